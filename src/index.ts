/** fukidashi: LINE messages as JSX or with builders, checked against everything LINE would refuse. */

// Writing messages
export * from './components/index.js'
export { createElement, Fragment, Provide, type ProvideProps } from './jsx-runtime/jsx.js'
export type { JSX } from './jsx-runtime/namespace.js'
export type {
  Absent,
  Children,
  Context,
  FC,
  Into,
  Node,
  Nothing,
  Printable,
  Props,
  TextAnd,
} from './jsx-runtime/types.js'
export type { Component } from './jsx-runtime/component.js'
export type { RenderScope } from './common/render-scope.js'
export type { Late } from './jsx-runtime/deferred.js'
export { type Element, isElement, type JsxElement, type Source } from './jsx-runtime/element.js'

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
export type { Frame, Segment, StructureProblem } from './jsx-runtime/structure-problem.js'
export type { AbortSignalLike } from './common/abort.js'

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
  type Warning,
} from './validation/index.js'
export { graphemes, truncate } from './spec/counting.js'

// Typed postbacks
export {
  definePostback,
  type PayloadArguments,
  PostbackData,
  type PostbackDefinition,
  PostbackError,
  type PostbackErrorCode,
  type PostbackRead,
  type PostbackReader,
  type PostbackRefusal,
  type PostbackRefusalReason,
  type PostbackResult,
  type SignedArguments,
  type SignedDataOptions,
  type SignedPostbackDefinition,
  type SignOptions,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
  type TapDetails,
} from './postback/index.js'

// LINE's JSON, as types
export type * as spec from './spec/index.js'
export type { Message } from './spec/message.js'
