/** Options of sources of channels. */
import { describeValue, numberOption, optionNames, optionsProblem } from '../common/options.js'
import { FukidashiError } from '../common/error.js'

/** A channel that was looked up. */
export interface FoundChannel {
  /** From the LINE Developers console (Basic settings). Several while you replace one. */
  channelSecret: string | readonly string[]
  /**
   * Token used to reply: a text, or a source such as `statelessToken({ … })`. Return the same source each time, or its tokens are requested
   * again after each look-up. Not needed if the bot never sends.
   */
  channelAccessToken?: string | { issue(context: never): Promise<unknown> } | undefined
}

/** Options of `channelSource`. */
export interface ChannelSourceOptions {
  /** Largest number of channels that are remembered, not counting those whose events are under way. 1,000 by default. */
  max?: number
  /** Milliseconds after which a channel is looked up again. Five minutes by default. */
  ttl?: number
  /**
   * Milliseconds for which a destination without a channel is remembered. One minute by default: a new channel is noticed after that time.
   * At most 10,000 are remembered.
   */
  unknownTtl?: number
  /**
   * Largest number of look-ups a second for destinations that are not remembered, and as many for those that are. 50 by default. Webhooks
   * that would wait longer than a second for a look-up are answered with 503.
   */
  lookUps?: number
  /** Milliseconds that a look-up may take. One second by default: LINE waits two for the whole webhook. */
  timeout?: number
}

/** The options with all defaults. */
export type ChannelSourceSettings = Readonly<Required<ChannelSourceOptions>>

const names = optionNames<ChannelSourceOptions>({
  max: true,
  ttl: true,
  unknownTtl: true,
  lookUps: true,
  timeout: true,
})

/** A source of channels with an option that cannot be used. */
export class ChannelSourceError extends FukidashiError {
  override readonly name = 'ChannelSourceError'
  /** Kind of the error, for programs. */
  readonly code = 'option_invalid'
}

const invalid = (problem: string) => new ChannelSourceError(`channelSource: ${problem}`)

/** @throws {ChannelSourceError} */
export function settingsOf(lookUp: unknown, options: ChannelSourceOptions): ChannelSourceSettings {
  if (typeof lookUp !== 'function')
    throw invalid(
      `${describeValue(lookUp)} is not permitted. Use a function that gets a destination and returns { channelSecret, channelAccessToken } or undefined.`,
    )
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const time = (name: 'ttl' | 'unknownTtl' | 'timeout', fallback: number) =>
    numberOption(name, options[name], fallback, { above: 0, unit: 'milliseconds' }, invalid)
  return {
    max: numberOption('max', options.max, 1_000, { min: 10, max: 1_000_000, whole: true }, invalid),
    lookUps: numberOption('lookUps', options.lookUps, 50, { min: 1, max: 100_000 }, invalid),
    ttl: time('ttl', 300_000),
    unknownTtl: time('unknownTtl', 60_000),
    timeout: time('timeout', 1_000),
  }
}
