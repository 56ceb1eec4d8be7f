/** Turns the end of a failed call into an error. */
import { fromLinePath } from '../../validation/index.js'
import type { Failed, Tries } from '../ended.js'
import type { WireAnswer } from '../transport/index.js'
import { type Accepted, LineApiError, type LineErrorDetail } from './api-error.js'
import { LineConnectionError, type LineConnectionErrorCode } from './connection-error.js'
import { cleanText, withoutSecrets } from './redact.js'

/** Finds the component of a path in the messages. */
export type Locate = (path: string) => Place | undefined

export interface Place {
  path?: string | undefined
  component?: string | undefined
  source?: string | undefined
}

export function errorOf(
  ended: Failed,
  attempt: Tries,
  locate: Locate | undefined,
): LineApiError | LineConnectionError {
  if (ended.failure !== 'refused') return connectionErrorOf(ended, attempt)
  const { operationId, row, request, retryKey } = attempt.parts
  const { message, details, sentMessages } = ended.refusal!
  const secrets = attempt.secrets()
  const clean = (text: string, longest = most.text) => cleanText(text, secrets, longest)
  const lineMessage = clean(message)
  return new LineApiError({
    code: ended.code!,
    operationId,
    status: ended.status!,
    method: row.method,
    path: request.path,
    lineMessage,
    details: details.slice(0, most.details).map(({ message: words, property }) => {
      const place = property === undefined ? undefined : clean(property)
      return {
        message: clean(words),
        ...(place === undefined ? {} : { property: place, ...placeOf(place, lineMessage, locate) }),
      }
    }),
    requestId: requestIdOf(ended.header, secrets),
    retryKey,
    attempts: attempt.count,
    accepted: acceptedBy(ended, attempt),
    sentMessages,
  })
}

/** Limits on the parts of an answer that an error contains. */
const most = { text: 1000, details: 100, requestId: 200 }

/** `x-line-request-id`, cleaned for errors and logs. */
export function requestIdOf(
  header: WireAnswer['header'] | undefined,
  secrets: readonly string[],
): string | undefined {
  const id = header?.('x-line-request-id')
  return id === undefined ? undefined : cleanText(id, secrets, most.requestId)
}

export function connectionErrorOf(ended: Failed, attempt: Tries): LineConnectionError {
  const { operationId, row, request, retryKey, call } = attempt.parts
  const aborted = ended.failure === 'aborted'
  return new LineConnectionError({
    code: codes[ended.failure] ?? (ended.left ? 'connection_lost' : 'connection_failed'),
    operationId,
    method: row.method,
    path: request.path,
    retryKey,
    attempts: attempt.count,
    accepted: acceptedBy(ended, attempt),
    timeout: attempt.patience.ms,
    // The reason of an abort is the caller's own; an error of a transport may contain the whole request.
    cause: aborted ? call.signal?.reason : withoutSecrets(ended.cause, attempt.secrets()),
  })
}

const codes: Partial<Record<Failed['failure'], LineConnectionErrorCode>> = {
  timeout: 'request_timed_out',
  aborted: 'request_aborted',
  unreadable: 'answer_unreadable',
}

function acceptedBy({ failure, status, left }: Failed, { doubtful }: Tries): Accepted {
  if (failure === 'unreadable') return 'yes'
  if (status !== undefined && status >= 200 && status < 300 && failure !== 'refused') return 'yes'
  // LINE knows the keys it has accepted: such a refusal means that nothing was accepted before either.
  // A status below 200 is not an answer of LINE's.
  if (failure === 'refused' && status! > 0 && status! < 200) return 'maybe'
  const isCertain = failure === 'refused' && status! < 500 && ![401, 403, 429].includes(status!)
  if (isCertain) return 'no'
  if (doubtful) return 'maybe'
  return failure === 'refused' || !left ? 'no' : 'maybe'
}

function placeOf(
  property: string,
  message: string,
  locate: Locate | undefined,
): Partial<LineErrorDetail> {
  const path = fromLinePath(property, message)
  const place = locate?.(path)
  const detail: Partial<LineErrorDetail> = { path: place?.path ?? path }
  if (place?.component) detail.component = place.component
  if (place?.source) detail.source = place.source
  return detail
}
