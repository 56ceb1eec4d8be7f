/** The options that hold for a bot as a whole, with all defaults. */
import { backgroundClock, type Clock } from '../common/clock.js'
import { isWorkers } from '../client/workers.js'
import type { Context } from '../jsx-runtime/types.js'
import { policyOf } from './answers.js'
import type { BotContext, PushPolicy } from './bot-context.js'
import type { BotOptions } from './bot-options.js'
import { checkFunction, checkMethods, checkNumber, checkSet, checkWord } from './checks.js'
import { type Dedupe, dedupeOf } from './dedupe.js'
import { printError } from './print.js'
import { isThenable, whenSettled } from './thenable.js'

export interface Settings {
  readonly clock: Clock
  readonly ack: 'after' | 'before'
  readonly dedupe: Dedupe | undefined
  readonly push: readonly PushPolicy[]
  readonly context: ((ctx: BotContext) => Context | Promise<Context>) | undefined
  readonly maxBodyBytes: number
  readonly bodyTimeout: number
  readonly maxAge: number
  readonly handlerTimeout: number
  /** What is started for one request ends with it, even if another request waits for it: so it is on Workers. */
  readonly requestBound: boolean
  /** Work that was started and has not ended. */
  readonly underway: Set<Promise<unknown>>
  /** Warns the bot's author; each key only once. Never throws. */
  readonly warn: (key: string, message: string) => void
}

const duration = { above: 0, infinity: 'for no limit', unit: 'milliseconds' } as const

/** @throws {WebhookError} `option_invalid` */
export function settingsOf(options: BotOptions): Settings {
  const { context, clock, onWarning } = options
  checkFunction('context', context)
  checkFunction('onWarning', onWarning)
  checkMethods('clock', clock, ['now', 'sleep'], 'A clock needs now() and sleep(ms, signal).')
  checkSet(options, 'maxAge')
  const number = (name: 'bodyTimeout' | 'handlerTimeout' | 'maxAge', fallback: number) =>
    checkNumber(name, options[name], fallback, duration)
  return {
    clock: clock ?? backgroundClock,
    ack: checkWord('ack', options.ack, ['after', 'before']),
    dedupe: dedupeOf(options.dedupe),
    push: policyOf(options.push),
    context,
    maxBodyBytes: checkNumber('maxBodyBytes', options.maxBodyBytes, 2_000_000, {
      min: 1,
      whole: true,
      infinity: 'for no limit',
      unit: 'bytes',
    }),
    bodyTimeout: number('bodyTimeout', 10_000),
    maxAge: number('maxAge', Infinity),
    handlerTimeout: number('handlerTimeout', 300_000),
    requestBound: isWorkers(),
    underway: new Set(),
    warn: warner(onWarning),
  }
}

function warner(onWarning: BotOptions['onWarning']): Settings['warn'] {
  const reported = new Set<string>()
  const failed = (error: unknown) => {
    printError('the function passed as onWarning failed.', error)
  }
  return (key, message) => {
    if (reported.has(key)) return
    reported.add(key)
    try {
      if (!onWarning) {
        console.warn(`fukidashi: ${message}`)
        return
      }
      const result = (onWarning)(message)
      if (isThenable(result)) whenSettled(result, () => undefined, failed)
    } catch (error) {
      failed(error)
    }
  }
}
