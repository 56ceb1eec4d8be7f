/** jsx-slack: a message of the same size for Slack. */
import * as message from '../trees/slack.jsx'

export { inputs } from '../data.js'
export * as expected from './floor-slack-explicit.js'
export const small = (receipt) => JSON.stringify(message.small(receipt))
export const large = (items) => JSON.stringify(message.large(items))
