/** The floor: a literal and `JSON.stringify`. */
import * as message from '../literals/line.js'

export { inputs } from '../data.js'
export const small = (receipt) => JSON.stringify(message.small(receipt))
export const large = (items) => JSON.stringify(message.large(items))
