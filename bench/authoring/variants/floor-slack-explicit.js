/** The floor of jsx-slack. */
import { slackMessages } from '../literals/slack.js'

export { inputs } from '../data.js'
const message = slackMessages({ explicit: true })
export const small = (receipt) => JSON.stringify(message.small(receipt))
export const large = (items) => JSON.stringify(message.large(items))
