/** Validates values of all kinds: those of the core, and bodies of requests. */
import { type Problem, validate, type ValidateAs, type ValidateOptions } from 'fukidashi'
import { type RequestKind, validateRequest } from 'fukidashi/client'

/** Whatever can be validated by itself. */
export type AnyKind = ValidateAs | RequestKind

/** Options of `validate`, with an `as` of any kind. */
export interface AnyOptions extends Omit<ValidateOptions, 'as'> {
  as?: AnyKind | undefined
}

/** Kinds of requests. A new one is missed by the compiler, not by a reader. */
export const requestKinds = Object.keys({
  'rich-menu-alias': 0,
  'rich-menu-alias-update': 0,
  'rich-menu-batch': 0,
  'rich-menu-bulk-link': 0,
  'rich-menu-bulk-unlink': 0,
  recipient: 0,
  demographic: 0,
  filter: 0,
  limit: 0,
  coupon: 0,
} satisfies Record<RequestKind, 0>) as readonly RequestKind[]

/** True of kinds that `fukidashi/client` validates. */
export const isRequestKind = (as: AnyKind): as is RequestKind =>
  requestKinds.includes(as as RequestKind)

/** The problems of a value of any kind. Requests are not sent to somebody, so they have no other options. */
export const validateAny = (value: unknown, { as, ...options }: AnyOptions = {}): Problem[] =>
  as !== undefined && isRequestKind(as)
    ? validateRequest(value, { as })
    : validate(value, { as, ...options })
