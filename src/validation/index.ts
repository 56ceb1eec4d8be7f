/** Everything that LINE would refuse, found before it is sent. */
export { Size } from './size.js'
export { atMost, check, validate } from './validate.js'
export { LineValidationError } from './error.js'
export type { Problem, Severity, Unit } from './problem.js'
export { type ProblemCode, problemCodes } from './codes.js'
export type { Endpoint, ValidateAs, ValidateOptions } from './options.js'
export { fromLinePath, type LinePath, linePath } from './line-path.js'
export { dotted, type Segment, segments } from './path.js'
