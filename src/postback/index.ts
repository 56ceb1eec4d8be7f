/** Typed postback data. */
export { definePostback } from './define-postback.js'
export { PostbackData } from './postback-data.js'
export { PostbackError, type PostbackErrorCode } from './errors.js'
export {
  POSTBACK,
  type PayloadArguments,
  type PostbackDefinition,
  type PostbackRead,
  type PostbackReader,
  type PostbackRefusal,
  type PostbackRefusalReason,
  type PostbackResult,
  type SignedArguments,
  type SignedDataOptions,
  type SignedPostbackDefinition,
  type TapDetails,
} from './definition.js'
export type { SignOptions } from './options.js'
export type { StandardIssue, StandardResult, StandardSchema } from '../common/standard-schema.js'
