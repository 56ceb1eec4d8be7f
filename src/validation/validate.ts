/** Checks a value against everything that LINE would refuse. */
import { MessageList_maxItems } from '../spec/generated/numbers.js'
import { limits } from '../spec/limits.js'
import { andMore, Context, problemOf } from './context.js'
import { message } from './generated/validators.js'
import { type Kinds, messageKinds } from './kinds.js'
import { Look, type Obstacle, unreadable } from './look.js'
import { checkWords, type KindOptions, type ValidateOptions } from './options.js'
import type { Problem } from './problem.js'
import { allMessages } from './rules/messages.js'
import { Size } from './size.js'

/** The value in words: `the rich menu`. */
export const calledAs = (as: string, kinds: Kinds): string =>
  `the ${as === 'quick-reply' ? 'quick reply' : kinds.byName[as]![1]}`

/**
 * Checks the options that are words.
 * @throws {OptionError}
 */
export const checkOptions = (options: KindOptions, { byName }: Kinds): void =>
  checkWords(options, byName)

/** Like {@link validate}, for values of any kinds. */
export function validateKind(
  value: unknown,
  options: KindOptions = {},
  look = new Look(value),
  kinds: Kinds = messageKinds,
): Problem[] {
  checkOptions(options, kinds)
  if (look.obstacle) return hindered(look.obstacle, value, options, kinds)
  try {
    return check(value, options, Size.seen(look), kinds)
  } catch (error) {
    // Read well the first time: a getter that throws now and then, or inherited properties that never end.
    return hindered(unreadable(error), value, options, kinds)
  }
}

/** Finds everything that is wrong with JSON. Never throws, and its work is bounded. See `src/render/validate.ts` for the public one. */
export const validate = validateKind as (
  value: unknown,
  options?: ValidateOptions,
  look?: Look,
) => Problem[]

/** The one problem of a value that cannot be gone through. */
function hindered(
  { place, ...finding }: Obstacle,
  value: unknown,
  options: KindOptions,
  { meta }: Kinds,
): Problem[] {
  const context = new Context(options, Size.of(''), '', meta)
  context.report('', finding)
  const many = place.length > 0 && Array.isArray(value) && (options.as ?? 'messages') === 'messages'
  for (const segment of place.toReversed()) context.within(segment, 0)
  if (many) context.within('messages', 0)
  return context.problems()
}

/**
 * Like {@link validate}, for values that are known to be shallow and small, of whose size something is known already.
 *
 * @internal
 */
export function check(
  value: unknown,
  options: KindOptions,
  size: Size,
  kinds: Kinds = messageKinds,
): Problem[] {
  checkOptions(options, kinds)
  const { as = 'messages' } = options
  const [validator, name] = kinds.byName[as]!
  const context = new Context(options, size, name, kinds.meta)
  if (as === 'messages' && Array.isArray(value)) messages(value, context)
  else validator(value, context)
  return context.count === 0 ? [] : context.problems()
}

function messages(list: readonly unknown[], context: Context): void {
  context.about('Message', {})
  allMessages(list, context)
  // Those far beyond the limit are one problem, not one each.
  const most = (context.options.maxMessages ?? MessageList_maxItems) * 10
  if (list.length <= most)
    for (let i = 0; i < list.length; i++) {
      const start = context.count
      context.nextMessage()
      message(list[i], context)
      context.within(i, start)
    }
  context.within('messages', 0)
}

/** As many problems as a report lists, and one more that says so if there are others. */
export const atMost = (problems: Problem[]): Problem[] =>
  problems.length > limits.shape.problems
    ? [...problems.slice(0, limits.shape.problems), problemOf([], andMore)]
    : problems
