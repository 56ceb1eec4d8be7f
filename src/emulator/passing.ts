/** Lets time pass while handlers wait for it. */
import { EmulatorError } from './errors.js'
import type { World } from './state/world.js'

/** A clock that moves only when a test moves it, such as `FakeClock`. */
export interface SteppedClock {
  advance(ms: number): void
  /** Milliseconds until the next timer; `undefined` if there is none. */
  readonly next: number | undefined
}

export const isStepped = (clock: object): clock is SteppedClock =>
  'advance' in clock && typeof clock.advance === 'function' && 'next' in clock

/** Real timers, also where a test has replaced the global ones. */
const { setTimeout: startTimer } = globalThis

const pause = (): Promise<void> => new Promise((resolve) => startTimer(resolve, 1))

/** Pauses without a change after which handlers are considered to wait for the clock. */
const CALM = 10

/**
 * Lets time pass in steps, from timer to timer. After each step, handlers continue until they wait again.
 * @throws {EmulatorError} `option_invalid`
 */
export async function passTime(world: World, ms: number): Promise<void> {
  const clock = world.clock.base
  if (!isStepped(clock))
    throw new EmulatorError(
      'option_invalid',
      'passes() needs a clock that tests move: createEmulator({ clock: new FakeClock() }), with FakeClock of fukidashi/testing. ' +
        'With the clock of this machine, use advance().',
    )
  await rest(world, clock)
  for (let left = ms; ;) {
    const step = Math.min(clock.next ?? Infinity, left)
    clock.advance(step)
    world.agenda.catchUp()
    await rest(world, clock)
    left -= step
    if (left <= 0) return
  }
}

/** Resolves when nothing goes on but waiting for the clock. */
async function rest(world: World, clock: SteppedClock): Promise<void> {
  const { journal, webhooks } = world
  const progress = () =>
    `${journal.count} ${journal.callsInProgress} ${clock.next} ${webhooks.running}`
  for (let calm = 0, before = ''; calm < (webhooks.running === 0 ? 2 : CALM);) {
    await webhooks.signed()
    await pause()
    const now = progress()
    calm = now === before ? calm + 1 : 0
    before = now
  }
}
