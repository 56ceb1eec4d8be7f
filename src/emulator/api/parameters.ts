/** Formats of ids in paths. */
import { UserId_pattern } from '../../spec/generated/numbers.js'
import { refusal } from './answer.js'
import type { Call } from './call.js'
import { sentences } from './sentences.js'

const forms: Record<string, RegExp> = {
  userId: new RegExp(UserId_pattern),
  groupId: /^C[0-9a-f]{32}$/,
  roomId: /^R[0-9a-f]{32}$/,
  chatId: /^[UCR][0-9a-f]{32}$/,
}

export const isUserId = (value: unknown): value is string =>
  typeof value === 'string' && forms['userId']!.test(value)

/** The id of a user, group or room. */
export const isChatId = (value: unknown): value is string =>
  typeof value === 'string' && forms['chatId']!.test(value)

/** @throws {Refusal} 400 */
export function checkParameters(call: Call): void {
  for (const name in call.params)
    if (forms[name]?.test(call.params[name]!) === false)
      throw refusal(400, sentences.parameterInvalid(name))
}
