/** Warnings for the author of a bot. */
import { type ProblemCode, type Warning } from '../../validation/index.js'
import { printError } from './print.js'
import { isThenable, whenSettled } from './thenable.js'

/** Codes of warnings that are not about messages. Stable between versions. */
export type SetupWarningCode =
  | 'ack_ignored'
  | 'answer_unused'
  | 'channel_ignored'
  | 'channel_unavailable'
  | 'event_invalid'
  | 'event_too_old'
  | 'handler_slow'
  | 'queue_unavailable'
  | 'response_sent'
  | 'signature_invalid'
  | 'store_not_shared'
  | 'store_unavailable'
  | 'wait_until_failed'
  | 'wait_until_missing'

/** A warning of a bot: about its set-up, or about a message that it sends. */
export type BotWarning = Warning<SetupWarningCode | ProblemCode>

/** Passes a warning about the set-up to the bot's author. */
export type Warn = (code: SetupWarningCode, message: string) => void

/**
 * Called by a bot with each error of a handler and each warning: by an emulator, which shows them.
 * @returns `true` if it is shown, so that the bot does not print it
 */
export interface OnFailure {
  (failure: unknown, event?: unknown): boolean | undefined
  /** Replaces the context that handlers get, to note where they make calls. */
  trace?: (<Ctx extends object>(ctx: Ctx) => Ctx) | undefined
}

/** Number of warnings that are remembered. The oldest is forgotten first. */
const maxRemembered = 1_000

/**
 * A function that passes on each warning once. It never throws.
 *
 * @param onWarning - the bot's option; without it warnings go to the console
 * @param onFailure - called with each warning, also repeated ones
 */
export function warningReporter(
  onWarning: ((warning: BotWarning) => unknown) | undefined,
  onFailure?: OnFailure,
): (warning: BotWarning) => void {
  const reported = new Set<string>()
  const failed = (error: unknown) => {
    printError('the function passed as onWarning failed.', error)
  }
  return (warning) => {
    // LINE shows a text that was derived as it would show one that was written.
    if (!onWarning && warning.code === 'alt_text_derived') return
    const isShown = onFailure?.(warning) === true
    const key = keyOf(warning)
    if (reported.has(key)) return
    reported.add(key)
    if (reported.size > maxRemembered) reported.delete(reported.values().next().value!)
    try {
      if (!onWarning) {
        if (!isShown) console.warn(`fukidashi: ${String(warning)}`)
        return
      }
      const result = onWarning(warning)
      if (isThenable(result)) whenSettled(result, () => undefined, failed)
    } catch (error) {
      failed(error)
    }
  }
}

/** Code and place: the line of the source if it is known. A list has the same mistake in every item, so indices do not count there. */
function keyOf({ code, problem }: BotWarning): string {
  if (!problem) return code
  const { path, component, source } = problem
  const place = source
    ? [
        source,
        path
          .split('.')
          .at(-1)!
          .replace(/\[\d+\]/g, ''),
      ]
    : [component, path]
  return [code, ...place].join(' ')
}
