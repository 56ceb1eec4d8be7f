/** Names of the emulator's options: a misspelt one is an error, with the nearest name. */
import { optionNames, optionsProblem } from '../common/options.js'
import { EmulatorError } from './errors.js'
import type { EmulatorOptions } from './options.js'

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

/** @throws {EmulatorError} `option_invalid` */
export function checkEmulatorOptions(options: EmulatorOptions): void {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new EmulatorError('option_invalid', problem)
}
