/** The answer of a health check. */

/** Why a bot is not well. Stable between versions. */
export type HealthCode =
  | 'events_failing'
  | 'queue_away'
  | 'queue_late'
  | 'signature_invalid'
  | 'store_away'
  | 'token_invalid'
  | 'token_unchecked'

/** A reason for a status. */
export interface HealthReason {
  code: HealthCode
  /** For people. Contains no text of a message and no secret. */
  message: string
  /** The status that it causes. */
  status: 'degraded' | 'down'
}

/** A store, a queue, or LINE, at the time of the check. */
export interface Reached {
  reachable: boolean
  /** Milliseconds until the answer, or until it was given up. */
  ms: number
  /** Code or name of the error. */
  error?: string
  /** Since when calls have failed, as far as this process knows: ISO 8601. */
  awaySince?: string
}

/** The queue at the time of the check. The numbers are absent if it is not reachable. */
export interface QueueHealth extends Reached {
  /** Events that wait or are being handled. */
  waiting?: number
  /** Dead letters that are kept. */
  dead?: number
  /** Age in milliseconds of the oldest event that waits. */
  oldestMs?: number
}

/** Health of a bot, a receiver or a worker. JSON. Times are ISO 8601, `null` if it has not happened since the start. */
export interface Health {
  /** `down`: events are lost or not handled. `degraded`: it works, and someone should look. */
  status: 'ok' | 'degraded' | 'down'
  reasons: HealthReason[]
  startedAt: string
  webhooks: {
    lastAt: string | null
    /** Webhooks whose signature was wrong, since the start. */
    signatureFailures: number
  }
  events: {
    underway: number
    /** Since the start. */
    handled: number
    failed: number
    lastHandledAt: string | null
    /** The error has a code or a name only. */
    lastFailed: { at: string; error: string } | null
    lastDeadAt: string | null
  }
  /** LINE sends events again only if "Webhook redelivery" is on in the LINE Developers console. */
  redelivery: { seen: boolean; lastAt: string | null }
  store?: Reached
  queue?: QueueHealth
  /** Only if asked for. */
  token?: { valid: boolean | null; ms: number; error?: string }
}
