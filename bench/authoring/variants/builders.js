/** Builders → JSON, structure checked only. */
import { compile } from 'fukidashi'
import * as message from '../trees/builders.js'

export { inputs } from '../data.js'
export * as expected from './floor.js'
export const small = (receipt) => JSON.stringify(compile(message.small(receipt)))
export const large = (items) => JSON.stringify(compile(message.large(items)))
