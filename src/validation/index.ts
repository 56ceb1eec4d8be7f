/** Everything that LINE would refuse, found before it is sent. */
export { type Kinds, messageKinds } from './kinds.js'
export { Look } from './look.js'
export { problemOf } from './context.js'
export { Size } from './size.js'
export { atMost, calledAs, check, checkOptions, validate, validateKind } from './validate.js'
export { LineValidationError } from './error.js'
export { quoted } from './names.js'
export type { Problem, Severity, Unit } from './problem.js'
export { Warning } from './warning.js'
export { type ProblemCode, problemCodes } from './codes.js'
export {
  checkNames,
  type KindOptions,
  validateNames,
  type Endpoint,
  OptionError,
  type ValidateAs,
  type ValidateOptions,
} from './options.js'
export { fromLinePath, type LinePath, linePath } from './line-path.js'
export { dotted, type Segment, segments } from './path.js'
export { encode as encodeUrl } from './url.js'
