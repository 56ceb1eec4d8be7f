/** The error of a value that LINE would refuse, with the value in words. */
import { plural } from '../common/words.js'
import { isElement } from '../jsx-runtime/element.js'
import { nameOf } from '../jsx-runtime/place.js'
import {
  calledAs,
  type Kinds,
  LineValidationError,
  messageKinds,
  type Problem,
  quoted,
} from '../validation/index.js'

/** `<Menu>`, `null`, `the array`. */
function called(given: unknown): string {
  if (isElement(given)) return `<${nameOf(given.type)}>`
  if (Array.isArray(given)) return 'the array'
  return typeof given === 'object' && given ? 'the object' : quoted(given)
}

/** @param count - of the messages that it became */
export const refusedMessages = (
  problems: readonly Problem[],
  given: unknown,
  count: number,
): LineValidationError =>
  new LineValidationError(
    problems,
    count > 0 ? plural(count, 'message') : called(given),
    called(given),
  )

/** @param as - what it was meant to be */
export function refused(
  problems: readonly Problem[],
  given: unknown,
  as = 'messages',
  kinds: Kinds = messageKinds,
): LineValidationError {
  const isMessage = as === 'messages' || as === 'message'
  if (as === 'messages' && Array.isArray(given))
    return refusedMessages(problems, given, given.length)
  if (isElement(given)) return refusedMessages(problems, given, 0)
  return new LineValidationError(
    problems,
    isMessage ? '1 message' : calledAs(as, kinds),
    calledAs(as, kinds),
  )
}
