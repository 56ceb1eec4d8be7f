/**
 * Why a webhook did not arrive, in the words of LINE's statistics.
 * @see https://developers.line.biz/en/docs/messaging-api/check-webhook-error-statistics/
 */

/** A failure, as LINE names it. */
export interface Failure {
  reason: 'COULD_NOT_CONNECT' | 'UNCLASSIFIED'
  detail: string
}

const unconnected: Record<string, string> = {
  ENOTFOUND: 'Unknown host',
  EAI_AGAIN: 'DNS Query timeout',
  ETIMEDOUT: 'Connection timeout',
  UND_ERR_CONNECT_TIMEOUT: 'Connection timeout',
  ERR_INVALID_URL: 'Invalid URL syntax',
  // The server uses plain HTTP instead of TLS.
  ERR_SSL_WRONG_VERSION_NUMBER: 'No SSL/TLS record',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'No SSL/TLS record',
}

/** Codes for untrusted certificates and other failures of the TLS handshake. */
const ofTls = /^(?:ERR_SSL_|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/

/** The connection was closed. */
const closed = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/** Turns a connection error of `fetch` into LINE's words. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error)
  if (closed.has(code)) return { reason: 'UNCLASSIFIED', detail: 'Session closed unexpectedly' }
  const detail =
    unconnected[code] ?? (ofTls.test(code) ? 'TLS handshake failure' : 'Connection failed')
  return { reason: 'COULD_NOT_CONNECT', detail }
}

/** The system's error code, if the error is about a connection. */
export const codeOf = (error: unknown): string =>
  (error as { cause?: { code?: string } } | undefined)?.cause?.code ?? ''
