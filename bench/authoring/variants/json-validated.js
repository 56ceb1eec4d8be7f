/** The floor, and the literal validated. */
import { validate } from 'fukidashi'
import * as message from '../literals/line.js'

export { inputs } from '../data.js'
export * as expected from './floor.js'
const checked = (messages) => {
  if (validate(messages).length > 0) throw new Error('is valid, and was refused')
  return JSON.stringify(messages)
}
export const small = (receipt) => checked(message.small(receipt))
export const large = (items) => checked(message.large(items))
