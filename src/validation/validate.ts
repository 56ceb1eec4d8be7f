/** Checks a value against everything that LINE would refuse. */
import { limits } from '../spec/limits.js'
import { explain } from './explain.js'
import { docs, docsBase, docsPage } from './generated/meta.js'
import * as validators from './generated/validators.js'
import { look, unreadable } from './look.js'
import type { ValidateAs, ValidateOptions } from './options.js'
import { dotted, fromPointer, type Segment, valueAt } from './path.js'
import type { Finding, Problem } from './problem.js'
import type { RawValidator } from './raw-error.js'
import { isJson, type Json } from './rules/rule.js'
import { Size } from './size.js'
import * as walks from './walk.js'

interface Entry {
  validator: RawValidator
  /** What the root is called in problems of its own. */
  name: string
  walk: (walk: walks.Walk, value: Json) => void
}

const entries: Record<Exclude<ValidateAs, 'messages'>, Entry> = {
  message: { validator: validators.message, name: 'message', walk: walks.walkMessage },
  action: { validator: validators.action, name: 'action', walk: walks.walkAction },
  flex: { validator: validators.flex, name: 'container', walk: walks.walkFlex },
  bubble: { validator: validators.bubble, name: 'bubble', walk: walks.walkFlex },
  'flex-component': {
    validator: validators.flexComponent,
    name: 'component',
    walk: walks.walkFlexComponent,
  },
  template: { validator: validators.template, name: 'template', walk: walks.walkTemplate },
  'quick-reply': {
    validator: validators.quickReply,
    name: 'quickReply',
    walk: walks.walkQuickReply,
  },
  imagemap: { validator: validators.imagemap, name: 'imagemap', walk: walks.walkMessage },
  'rich-menu': { validator: validators.richMenu, name: 'rich menu', walk: walks.walkRichMenu },
  'rich-menu-alias': {
    validator: validators.richMenuAlias,
    name: 'alias',
    walk: walks.walkNothing,
  },
  'rich-menu-alias-update': {
    validator: validators.richMenuAliasUpdate,
    name: 'alias',
    walk: walks.walkNothing,
  },
  'rich-menu-batch': {
    validator: validators.richMenuBatch,
    name: 'batch',
    walk: walks.walkBatch,
  },
  'rich-menu-bulk-link': {
    validator: validators.richMenuBulkLink,
    name: 'link',
    walk: walks.walkNothing,
  },
  'rich-menu-bulk-unlink': {
    validator: validators.richMenuBulkUnlink,
    name: 'unlink',
    walk: walks.walkNothing,
  },
  recipient: { validator: validators.recipient, name: 'recipient', walk: walks.walkRecipient },
  demographic: {
    validator: validators.demographic,
    name: 'filter',
    walk: walks.walkDemographic,
  },
  filter: { validator: validators.filter, name: 'filter', walk: walks.walkFilter },
  limit: { validator: validators.limit, name: 'limit', walk: walks.walkLimit },
  coupon: { validator: validators.coupon, name: 'coupon', walk: walks.walkCoupon },
}

/** Finds everything that is wrong with JSON. Never throws, and its work is bounded. See `src/render/validate.ts` for the public one. */
export function validate(value: unknown, options: ValidateOptions = {}): Problem[] {
  const found = new Findings()
  const looked = look(value)
  if (looked.obstacle) {
    const { place, ...finding } = looked.obstacle
    const many =
      place.length > 0 && Array.isArray(value) && (options.as ?? 'messages') === 'messages'
    found.add(dotted(many ? ['messages', ...place] : place), finding)
    return found.problems
  }
  try {
    return check(value, options, new Size(value, looked.bytes))
  } catch (error) {
    // Read well the first time: a getter that throws now and then, or inherited properties that never end.
    found.add('', unreadable(error))
    return found.problems
  }
}

/**
 * Like {@link validate}, for values that are known to be shallow and small, of whose size something is known already.
 *
 * @internal
 */
export function check(value: unknown, options: ValidateOptions, size: Size): Problem[] {
  const found = new Findings()
  const walk = new walks.Walk(options, found.add, size)
  const { as = 'messages' } = options
  if (as === 'messages' && Array.isArray(value)) {
    const most = (options.maxMessages ?? limits.messages.max) * 10
    if (value.length <= most)
      for (let i = 0; i < value.length; i++) run(entries.message, value[i], ['messages', i], found)
    walk.messages(value)
    return found.problems
  }
  const entry = entries[as === 'messages' ? 'message' : as]
  run(entry, value, [], found)
  if (isJson(value)) entry.walk(walk, value)
  return found.problems
}

function run({ validator, name }: Entry, value: unknown, base: Segment[], found: Findings): void {
  const errors = validator(value) ?? []
  // What has the type of something else is one problem, whatever it lacks.
  const others = errors.flatMap(({ keyword, instancePath }) =>
    keyword === 'const' && instancePath.endsWith('/type') ? instancePath.slice(0, -5) : [],
  )
  for (const error of errors) {
    if (found.full) return
    if (others.includes(error.instancePath)) continue
    const place = fromPointer(error.instancePath, value)
    const last = place.findLast((segment) => typeof segment === 'string') ?? name
    const called = typeof place.at(-1) === 'number' ? `${last}[${String(place.at(-1))}]` : last
    const { property, findings } = explain(error, called, valueAt(value, place))
    const path = dotted([...base, ...place, ...(property === undefined ? [] : [property])])
    const see = docs[error.definition]
    for (const finding of findings) found.add(path, { ...(see && { docs: see }), ...finding })
  }
}

/** Collects problems, up to a number. */
class Findings {
  readonly problems: Problem[] = []
  full = false

  add = (path: string, finding: Finding): void => {
    if (this.full) return
    if (this.problems.length >= limits.shape.problems) {
      this.full = true
      this.problems.push(problemOf(path, andMore))
    } else this.problems.push(problemOf(path, finding))
  }
}

const { problems: most } = limits.shape

const andMore: Finding = {
  code: 'and_more',
  message: `there are more problems than the ${String(most)} listed; fix these first`,
  limit: most,
}

/** As many problems as a report lists, and one more that says so if there are others. */
export const atMost = (problems: Problem[]): Problem[] =>
  problems.length > most ? [...problems.slice(0, most), problemOf('', andMore)] : problems

function problemOf(path: string, finding: Finding): Problem {
  const { code, severity = 'error', message, limit, actual, unit, docs } = finding
  return {
    code,
    severity,
    path,
    message,
    limit,
    actual,
    unit,
    component: undefined,
    source: undefined,
    docs: docs && `${docsBase}${docs.startsWith('#') ? docsPage : ''}${docs}`,
  }
}
