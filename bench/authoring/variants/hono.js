/** hono/jsx: the same tree, to HTML. */
import * as message from '../trees/hono.jsx'

export { inputs } from '../data.js'
export * as expected from '../literals/html.js'
export const small = (receipt) => message.small(receipt).toString()
export const large = (items) => message.large(items).toString()
