/** fukidashi: LINE messages as JSX or with builders, checked against everything LINE would refuse. */

// Writing messages
export * from './components/index.js'
export { createElement, Fragment } from './jsx-runtime/jsx.js'
export type { JSX } from './jsx-runtime/namespace.js'
export type { Context, FC, Into, Node } from './jsx-runtime/types.js'
export { type Element, isElement, type JsxElement } from './jsx-runtime/element.js'

// Turning them into JSON
export {
  compile,
  render,
  type Renderable,
  renderAsync,
  type RenderOptions,
} from './render/index.js'
export { FukidashiError } from './common/error.js'
export { AsyncComponentError, ComponentError, StructureError } from './jsx-runtime/errors.js'

// Checking any JSON
export {
  assertValid,
  validate,
  validateAsync,
  type ValidateAsyncOptions,
  type ValidateOptions,
} from './render/index.js'
export {
  type Endpoint,
  fromLinePath,
  type LinePath,
  linePath,
  LineValidationError,
  OptionError,
  type Problem,
  type ProblemCode,
  type Severity,
  type Unit,
  type ValidateAs,
} from './validation/index.js'
export { graphemes, truncate } from './spec/counting.js'

// Typed postbacks
export {
  definePostback,
  PostbackData,
  type PostbackDefinition,
  PostbackError,
  type PostbackErrorCode,
  type SignedPostbackDefinition,
  type SignOptions,
} from './postback/index.js'

// LINE's JSON, as types
export type * as spec from './spec/index.js'
export type { Message } from './spec/message.js'
