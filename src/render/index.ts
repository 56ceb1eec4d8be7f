/** Elements → messages that LINE accepts. */
export { compile } from './compile.js'
export {
  render,
  renderAll,
  renderAllSync,
  renderAsync,
  type Rendered,
  type RenderOptions,
} from './render.js'
export { renderOne } from './render-one.js'
export type { MessageChildren, Renderable } from '../components/children.js'
export type { Location } from './locate.js'
export { untilAborted } from './until-aborted.js'
export {
  assertKind,
  assertValid,
  problemOfError,
  validate,
  validateAsync,
  validateKind,
  type ValidateAsyncOptions,
  type ValidateOptions,
} from './validate.js'
