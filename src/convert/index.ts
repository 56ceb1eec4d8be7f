/**
 * `fukidashi/convert`: message JSON as the source of a module, in TSX or with builders, that gives the same JSON.
 *
 * @module
 */
export { toBuilders, toTsx } from './to-source.js'
export type { ConvertOptions } from './source.js'
export { type InputKind, inputKinds } from './classify.js'
export { ConvertError, type ConvertErrorCode } from './errors.js'
