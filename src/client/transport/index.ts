/** The transport of this runtime: `node:http` on Node, `fetch` everywhere else. */
export { createTransport, kind } from '#transport'
export { lengthOf } from './body.js'
export type { Fetch } from './fetch.js'
export {
  type Base,
  type Exchange,
  type Transport,
  TransportError,
  type WireAnswer,
  type WireRequest,
} from './transport.js'
