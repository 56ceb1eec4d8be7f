/** Hosts that `LINE_API_BASE_URL` may name: those of emulators, never one on the internet. */

/** 127/8, 10/8, 172.16/12, 192.168/16. */
const privateIpv4 = /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./

/** An IPv4 address in an IPv6 address, as `URL` writes it: `[::ffff:7f00:1]`. */
const mapped = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/

/** Tests for a loopback or private IP address, a name without a dot, or `host.docker.internal`. */
export function isLocalHost({ hostname }: URL): boolean {
  const [, high, low] = mapped.exec(hostname) ?? []
  if (high !== undefined && low !== undefined) return isPrivateIpv4(dotted(high, low))
  // Loopback and unique local addresses (fc00::/7).
  if (hostname.startsWith('[')) return /^\[(?:::1\]|f[cd][0-9a-f]{2}:)/.test(hostname)
  return !hostname.includes('.') || hostname === 'host.docker.internal' || isPrivateIpv4(hostname)
}

/** `URL` writes every form of an IPv4 address with four numbers. A name may begin with a number, but not end with one. */
const isPrivateIpv4 = (hostname: string): boolean =>
  privateIpv4.test(hostname) && /^\d+\.\d+\.\d+\.\d+$/.test(hostname)

function dotted(high: string, low: string): string {
  const [a, b] = [parseInt(high, 16), parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}
