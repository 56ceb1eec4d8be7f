/** The trace of an event. Each process derives it from the id of the event, so that nothing has to be stored or sent. */
import { sha256 } from './sha256.js'

/** Ids of a trace, in hexadecimal. */
export interface EventTrace {
  /** 32 digits. */
  traceId: string
  /** 16 digits. The parent of all spans of the event that have none in the same process; no span has this id. */
  spanId: string
}

/**
 * Returns the trace of an event: all spans about it are there, of the process that received it and of those that handled it.
 *
 * @param eventId - `webhookEventId`
 *
 * @example
 * const { traceId } = traceOf('01K0ZKJ8J8J8J8J8J8J8J8J8J8')
 */
export function traceOf(eventId: string): EventTrace {
  const hash = sha256(`fukidashi/event/${eventId}`)
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) }
}

/** A short name of something that must not be in telemetry, such as a user's mailbox. The same in all processes. */
export const hashOf = (text: string): string => sha256(`fukidashi/name/${text}`).slice(0, 16)
