/** Checks of options: a misspelt one is an error, with the nearest name. */
import type { Clock } from '../common/clock.js'
import { numberProblem, type NumberRange, optionNames, optionsProblem } from '../common/options.js'
import { EmulatorError } from './errors.js'
import type { EmulatorOptions, PersonOptions, RoomOptions } from './options.js'

const names = optionNames<EmulatorOptions>({
  bot: true,
  webhook: true,
  public: true,
  account: true,
  clock: true,
  random: true,
  state: true,
  quiet: true,
  quota: true,
  rateLimits: true,
  redelivery: true,
  replyTokenLife: true,
  burnReplyTokens: true,
  narrowcastTime: true,
  audienceTime: true,
  batchTime: true,
  privacy: true,
  smallestAudience: true,
  smallestReach: true,
  assertionKeys: true,
  memberships: true,
  notificationTemplates: true,
  missionStickers: true,
})

const personNames = optionNames<PersonOptions>({
  friend: true,
  blocked: true,
  deleted: true,
  pictureUrl: true,
  statusMessage: true,
  language: true,
  consents: true,
  phone: true,
  gender: true,
  age: true,
  appType: true,
  area: true,
  id: true,
})

const roomNames = optionNames<RoomOptions>({ bot: true, name: true })

const time: NumberRange = { min: 0, unit: 'milliseconds' }
const count: NumberRange = { min: 0, whole: true }

const ranges = {
  quota: count,
  replyTokenLife: time,
  narrowcastTime: time,
  audienceTime: time,
  batchTime: time,
  privacy: count,
  smallestAudience: count,
  smallestReach: count,
} satisfies Partial<Record<keyof EmulatorOptions, NumberRange>>

const invalid = (problem: string) => new EmulatorError('option_invalid', problem)

function checkNames(options: object, permitted: readonly string[]): void {
  const problem = optionsProblem(options, permitted)
  if (problem !== undefined) throw invalid(problem)
}

/** @throws {EmulatorError} `option_invalid` */
export function checkEmulatorOptions(options: EmulatorOptions): void {
  checkNames(options, names)
  for (const [name, range] of Object.entries(ranges)) {
    const problem = numberProblem(name, options[name as keyof typeof ranges] ?? 0, range)
    if (problem !== undefined) throw invalid(problem)
  }
  const { clock, random } = options
  if (clock !== undefined && typeof (clock as Partial<Clock> | null)?.now !== 'function')
    throw invalid('clock must be a clock, such as new FakeClock() of fukidashi/testing.')
  if (random !== undefined && typeof random !== 'function')
    throw invalid('random must be a function that returns a number, such as () => 0.5.')
}

/** @throws {EmulatorError} `option_invalid` */
export const checkPersonOptions = (options: PersonOptions): void => checkNames(options, personNames)

/** @throws {EmulatorError} `option_invalid` */
export const checkRoomOptions = (options: RoomOptions): void => checkNames(options, roomNames)
