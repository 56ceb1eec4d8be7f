/** The floor, and the literal validated by ajv with the published schema: no rule that looks at more than one place. */
import { Ajv } from 'ajv'
import schema from '../../../src/validation/generated/schema/messages.json'
import * as message from '../literals/line.js'

export { inputs } from '../data.js'
export * as expected from './floor.js'
const validate = new Ajv({ allErrors: true, discriminator: true, strict: false }).compile(schema)
const checked = (messages) => {
  if (!validate(messages)) throw new Error(JSON.stringify(validate.errors))
  return JSON.stringify(messages)
}
export const small = (receipt) => checked(message.small(receipt))
export const large = (items) => checked(message.large(items))
