/** sociably: the same LINE message, in its JSX. Rendered as its bot does it. */
import Renderer from '@sociably/core/renderer'
import * as message from '../trees/sociably.jsx'

export { inputs } from '../data.js'
export * as expected from './floor.js'
const renderer = new Renderer.default('line', () => Promise.resolve(null))
const rendered = async (node) => {
  const segments = await renderer.render(node, null, null)
  return JSON.stringify(segments.map(({ value }) => value))
}
export const small = (receipt) => rendered(message.small(receipt))
export const large = (items) => rendered(message.large(items))
