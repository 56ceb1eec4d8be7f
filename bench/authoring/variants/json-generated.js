/** The floor, and the literal checked by the validators that ajv generates from the spec: no rule that looks at more than one place. */
import { message as valid } from '../../../src/validation/generated/validators.js'
import * as message from '../literals/line.js'

export { inputs } from '../data.js'
export * as expected from './floor.js'
const checked = (messages) => {
  if (messages.some((message) => valid(message) !== null))
    throw new Error('is valid, and was refused')
  return JSON.stringify(messages)
}
export const small = (receipt) => checked(message.small(receipt))
export const large = (items) => checked(message.large(items))
