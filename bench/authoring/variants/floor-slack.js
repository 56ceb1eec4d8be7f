/** The floor of slack-block-builder. */
import { slackMessages } from '../literals/slack.js'

export { inputs } from '../data.js'
const message = slackMessages({ explicit: false })
export const small = (receipt) => JSON.stringify(message.small(receipt))
export const large = (items) => JSON.stringify(message.large(items))
