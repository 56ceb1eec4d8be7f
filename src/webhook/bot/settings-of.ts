/** Checks the options of a bot and fills in the defaults. */
import { isWorkers } from '../../client/workers.js'
import { backgroundClock } from '../../common/clock.js'
import { checkFunction, checkMethods, checkNumber, checkSet, checkWord } from '../base/checks.js'
import { type OnFailure, type Warn, warningReporter } from '../base/warnings.js'
import { policyOf } from '../event/answers.js'
import { Warning } from '../../validation/index.js'
import { dedupeOf } from '../queue/dedupe.js'
import { leasesOf } from '../queue/leases-of.js'
import { sessionsOf } from '../queue/sessions-of.js'
import type { Settings } from '../queue/settings.js'
import type { BotOptions, Wiring } from './bot-options.js'

/** Set by `fukidashi dev`, for bots that it does not connect: those that a server of the developer's own passes requests to. */
const failureHook = Symbol.for('fukidashi.onFailure')
type Global = { [failureHook]?: OnFailure }

const notShared =
  'dedupe.store lets two processes handle the same event at once; createBot({ store }) does not.'

const duration = { above: 0, infinity: 'for no limit', unit: 'milliseconds' } as const

/** @throws {WebhookError} `option_invalid` */
export function settingsOf(options: BotOptions & Pick<Wiring, 'onFailure'>): Settings {
  const { context, clock, onWarning } = options
  checkFunction('context', context)
  checkFunction('onWarning', onWarning)
  checkMethods('clock', clock, ['now', 'sleep'], 'A clock needs now() and sleep(ms, signal).')
  checkSet(options, 'maxAge')
  const number = (name: 'bodyTimeout' | 'handlerTimeout' | 'maxAge', fallback: number) =>
    checkNumber(name, options[name], fallback, duration)
  const { onFailure = (globalThis as Global)[failureHook] } = options
  const report = warningReporter(onWarning, onFailure)
  const observers = [options.observers ?? []].flat()
  for (const one of observers)
    checkMethods('observers', one, ['observeReceiver'], 'Use telemetry() or healthCheck().')
  const warn: Warn = (code, message) => {
    for (const one of observers) one?.warned(code)
    report(new Warning(code, message))
  }
  const dedupe = dedupeOf(options.dedupe)
  if (dedupe?.store) warn('store_not_shared', notShared)
  const time = clock ?? backgroundClock
  return {
    clock: time,
    ack: checkWord('ack', options.ack, ['after', 'before']),
    dedupe,
    leases: leasesOf(options, dedupe, time, warn),
    session: sessionsOf(options.session, {
      store: options.store,
      clock: time,
      random: options.random,
      timeout: dedupe?.timeout,
      warn,
    }),
    store: options.store,
    whenStoreIsAway: checkWord('whenStoreIsAway', options.whenStoreIsAway, ['handle', 'refuse']),
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
    onWarning: report,
    onFailure,
    observers,
    warn,
  }
}
