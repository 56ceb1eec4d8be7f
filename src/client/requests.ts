/** Checks bodies of requests that are not messages: coupons, narrowcasts, aliases of rich menus. */
import { assertKind, validateKind } from '../render/index.js'
import { checkNames, type Problem } from '../validation/index.js'
import { type RequestKind, requestKinds } from '../validation/requests/index.js'

/** Options of {@link validateRequest} and {@link assertValidRequest}. */
export interface ValidateRequestOptions {
  /** What the value is. */
  as: RequestKind
}

const names = ['as'] as const

/**
 * Finds everything that is wrong with the body of a request, or a part of it, without sending it: like `validate` for messages. Does
 * not throw, whatever the value is. {@link LineClient} checks what it sends by itself.
 *
 * @param value - the request as JSON
 * @param options - `as`: what the value is
 * @throws {OptionError} for an unknown option, and for an `as` that is missing or unknown
 *
 * @example
 * validateRequest({ type: 'operator' }, { as: 'recipient' })
 * // [{ code: 'required', severity: 'error', path: '', message: 'the operator has none; …', … }]
 *
 * @see https://developers.line.biz/en/reference/messaging-api/
 */
export function validateRequest(value: unknown, options: ValidateRequestOptions): Problem[] {
  checkNames(options, names)
  return validateKind(value, options, requestKinds)
}

/**
 * Throws if the body of a request has errors. Warnings pass.
 *
 * @throws {LineValidationError} with all problems
 * @throws {OptionError} as {@link validateRequest} does
 *
 * @example
 * assertValidRequest({ richMenuAliasId: 'shop', richMenuId }, { as: 'rich-menu-alias' })
 */
export function assertValidRequest(value: unknown, options: ValidateRequestOptions): void {
  checkNames(options, names)
  assertKind(value, options, requestKinds)
}
