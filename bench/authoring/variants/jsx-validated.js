/** JSX → JSON, validated: what the client does. */
import { renderAllSync } from '../../../src/render/index.ts'
import * as message from '../trees/fukidashi.jsx'

export { inputs } from '../data.js'
export * as expected from './floor.js'
export const small = (receipt) => renderAllSync(message.small(receipt)).json
export const large = (items) => renderAllSync(message.large(items)).json
