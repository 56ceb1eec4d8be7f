/** Checks a value against everything that LINE would refuse. */
import { MessageList_maxItems } from '../spec/generated/numbers.js'
import { limits } from '../spec/limits.js'
import { andMore, Context, type EntryValidator, problemOf } from './context.js'
import * as validators from './generated/validators.js'
import { Look, type Obstacle, unreadable } from './look.js'
import { checkWords, type ValidateAs, type ValidateOptions } from './options.js'
import type { Problem } from './problem.js'
import { allMessages } from './rules/messages.js'
import { Size } from './size.js'

/** For each kind of value its validator, and what it is called in problems of its own. */
const entries: Record<ValidateAs, [validator: EntryValidator, name: string]> = {
  messages: [validators.message, 'message'],
  message: [validators.message, 'message'],
  action: [validators.action, 'action'],
  flex: [validators.flex, 'container'],
  bubble: [validators.bubble, 'bubble'],
  'flex-component': [validators.flexComponent, 'component'],
  template: [validators.template, 'template'],
  'quick-reply': [validators.quickReply, 'quickReply'],
  imagemap: [validators.imagemap, 'imagemap'],
  'rich-menu': [validators.richMenu, 'rich menu'],
  'rich-menu-alias': [validators.richMenuAlias, 'alias'],
  'rich-menu-alias-update': [validators.richMenuAliasUpdate, 'alias'],
  'rich-menu-batch': [validators.richMenuBatch, 'batch'],
  'rich-menu-bulk-link': [validators.richMenuBulkLink, 'link'],
  'rich-menu-bulk-unlink': [validators.richMenuBulkUnlink, 'unlink'],
  recipient: [validators.recipient, 'recipient'],
  demographic: [validators.demographic, 'filter'],
  filter: [validators.filter, 'filter'],
  limit: [validators.limit, 'limit'],
  coupon: [validators.coupon, 'coupon'],
}

/** The value in words: `the rich menu`. */
export const calledAs = (as: ValidateAs): string =>
  `the ${as === 'quick-reply' ? 'quick reply' : entries[as][1]}`

/**
 * Checks the options that are words.
 * @throws {OptionError}
 */
export const checkOptions = (options: ValidateOptions): void => checkWords(options, entries)

/** Finds everything that is wrong with JSON. Never throws, and its work is bounded. See `src/render/validate.ts` for the public one. */
export function validate(
  value: unknown,
  options: ValidateOptions = {},
  look = new Look(value),
): Problem[] {
  checkOptions(options)
  if (look.obstacle) return hindered(look.obstacle, value, options)
  try {
    return check(value, options, Size.seen(look))
  } catch (error) {
    // Read well the first time: a getter that throws now and then, or inherited properties that never end.
    return hindered(unreadable(error), value, options)
  }
}

/** The one problem of a value that cannot be gone through. */
function hindered(
  { place, ...finding }: Obstacle,
  value: unknown,
  options: ValidateOptions,
): Problem[] {
  const context = new Context(options, Size.of(''), '')
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
export function check(value: unknown, options: ValidateOptions, size: Size): Problem[] {
  checkOptions(options)
  const { as = 'messages' } = options
  const [validator, name] = entries[as]
  const context = new Context(options, size, name)
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
      validators.message(list[i], context)
      context.within(i, start)
    }
  context.within('messages', 0)
}

/** As many problems as a report lists, and one more that says so if there are others. */
export const atMost = (problems: Problem[]): Problem[] =>
  problems.length > limits.shape.problems
    ? [...problems.slice(0, limits.shape.problems), problemOf([], andMore)]
    : problems
