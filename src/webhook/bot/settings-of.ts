/** Checks the options of a bot and fills in the defaults. */
import { isWorkers } from '../../client/workers.js'
import { backgroundClock } from '../../common/clock.js'
import { checkFunction, checkMethods, checkNumber, checkSet, checkWord } from '../base/checks.js'
import { printError } from '../base/print.js'
import { isThenable, whenSettled } from '../base/thenable.js'
import { policyOf } from '../event/answers.js'
import { dedupeOf } from '../queue/dedupe.js'
import type { Settings } from '../queue/settings.js'
import type { BotOptions } from './bot-options.js'

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
    validate: options.validate,
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
  const call = onWarning as ((message: string) => unknown) | undefined
  const failed = (error: unknown) => {
    printError('the function passed as onWarning failed.', error)
  }
  return (key, message) => {
    if (reported.has(key)) return
    reported.add(key)
    try {
      if (!call) {
        console.warn(`fukidashi: ${message}`)
        return
      }
      const result = call(message)
      if (isThenable(result)) whenSettled(result, () => undefined, failed)
    } catch (error) {
      failed(error)
    }
  }
}
