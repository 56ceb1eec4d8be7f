/** JSX → JSON, validated, by somebody who sends it otherwise and writes the JSON a second time. */
import { render } from 'fukidashi'
import * as message from '../trees/fukidashi.jsx'

export { inputs } from '../data.js'
export * as expected from './floor.js'
export const small = (receipt) => JSON.stringify(render(message.small(receipt)))
export const large = (items) => JSON.stringify(render(message.large(items)))
