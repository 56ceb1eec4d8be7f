/** The floor of discord.js builders. */
import * as message from '../literals/discord.js'

export { inputs } from '../data.js'
export const small = (receipt) => JSON.stringify(message.small(receipt))
export const large = (items) => JSON.stringify(message.large(items))
