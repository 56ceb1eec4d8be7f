/** Rules of what is not a message: rich menus, narrowcasts, coupons. */
import { limits } from '../../spec/limits.js'
import { counted, quoted } from '../names.js'
import { overhang } from './imagemap.js'
import { isJson, isText, type Json, type ListRule, type PartRule, type Rule } from './rule.js'

/** A rich menu is at least 1.45 times as wide as high. */
export const richMenuRatio: Rule = ({ size }, { report }) => {
  if (!isJson(size)) return
  const { width, height } = size
  if (typeof width !== 'number' || typeof height !== 'number' || height <= 0) return
  if (width / height < limits.richMenuRatio)
    report('size', {
      code: 'bad_ratio',
      message: `${counted(width)} × ${counted(height)} is too high; the width is at least ${limits.richMenuRatio} times the height`,
      limit: limits.richMenuRatio,
      actual: width / height,
    })
}

/** Areas are inside the menu. Only a warning: LINE publishes menus whose areas reach outside. */
export const richMenuArea: PartRule = ({ bounds }, { report }, { size }) => {
  if (!isJson(bounds) || !isJson(size)) return
  const over = overhang(bounds, size)
  if (over)
    report('bounds', {
      code: 'outside',
      severity: 'warning',
      message: `the area reaches ${counted(over.pixels)} ${over.pixels === 1 ? 'pixel' : 'pixels'} beyond the ${over.edge} of the menu, ${counted(over.limit)}`,
      limit: over.limit,
      actual: over.limit + over.pixels,
      unit: 'pixels',
    })
}

/** `unlinkAll` is the only operation, and no two operations start from the same menu. */
export const batchOperations: ListRule = (operations, { report }) => {
  const seen = new Set<unknown>()
  operations.forEach((operation, i) => {
    if (!isJson(operation)) return
    const { type, from } = operation
    if (type === 'unlinkAll' && operations.length > 1)
      report(`[${i}].type`, {
        code: 'conflict',
        message: "'unlinkAll' cannot be combined with other operations",
        actual: operations.length,
        limit: 1,
      })
    if (from !== undefined && seen.has(from))
      report(`[${i}].from`, {
        code: 'conflict',
        message: `${quoted(from)} is the start of two operations; each menu starts one`,
        actual: from,
      })
    seen.add(from)
  })
}

const operators = ['and', 'or', 'not'] as const

/** An operator has exactly one of `and`, `or` and `not`. */
export const operator: Rule = (node, { report }) => {
  const found = operators.filter((name) => node[name] !== undefined)
  if (found.length !== 1)
    report('', {
      code: found.length === 0 ? 'required' : 'conflict',
      message: `the operator has ${found.length === 0 ? 'none' : found.join(' and ')}; it has exactly one of and, or, not`,
      limit: operators,
      actual: found,
    })
}

const number = (word: unknown) => (isText(word) ? Number(word.replace(/\D/g, '')) : NaN)

/** A range says where it begins or ends, and begins before it ends. */
export const range: Rule = ({ type, gte, lt }, { report }) => {
  if (gte === undefined && lt === undefined)
    report('', { code: 'required', message: `the ${String(type)} filter needs gte, lt or both` })
  else if (gte !== undefined && lt !== undefined && number(gte) >= number(lt))
    report('lt', {
      code: 'wrong_order',
      message: `lt ${quoted(lt)} is not above gte ${quoted(gte)}`,
      actual: lt,
    })
}

/** A tree of conditions has so many leaves at most. */
const leaves =
  (what: string, max: number): Rule =>
  (root, { report }) => {
    const count = countLeaves(root, 0)
    if (count > max)
      report('', {
        code: 'too_many',
        message: `there are ${counted(count)} ${what}; at most ${counted(max)} are permitted`,
        limit: max,
        actual: count,
        unit: 'items',
      })
  }

export const recipients = leaves('recipients', limits.narrowcast.recipients)
export const filters = leaves('filters', limits.narrowcast.filters)

function countLeaves(node: unknown, depth: number): number {
  if (!isJson(node) || depth > limits.shape.depth) return 0
  if (node['type'] !== 'operator') return 1
  return operators
    .flatMap((name) => (Array.isArray(node[name]) ? (node[name] as unknown[]) : [node[name]]))
    .reduce<number>((sum, child) => sum + countLeaves(child, depth + 1), 0)
}

/** `forbidPartialDelivery` means something only with `upToRemainingQuota`. */
export const partialDelivery: Rule = (
  { forbidPartialDelivery, upToRemainingQuota },
  { report },
) => {
  if (forbidPartialDelivery === true && upToRemainingQuota !== true)
    report('forbidPartialDelivery', {
      code: 'conflict',
      message: 'forbidPartialDelivery needs upToRemainingQuota: true',
    })
}

/** Numbers of a coupon for which -1 means without limit have no 0, and it ends after it begins. */
export const coupon: Rule = (value, { report }) => {
  const condition = value['acquisitionCondition']
  const counts: [path: string, holder: Json][] = [['maxUseCountPerTicket', value]]
  if (isJson(condition)) counts.push(['acquisitionCondition.maxAcquireCount', condition])
  for (const [path, holder] of counts)
    if (holder[path.split('.').at(-1)!] === 0)
      report(path, {
        code: 'not_permitted',
        message: `${path} is 0; it is 1 or more, or -1 for without limit`,
        actual: 0,
      })
  const { startTimestamp, endTimestamp } = value
  if (
    typeof startTimestamp === 'number' &&
    typeof endTimestamp === 'number' &&
    endTimestamp <= startTimestamp
  )
    report('endTimestamp', {
      code: 'wrong_order',
      message: 'endTimestamp is not after startTimestamp (both in UNIX seconds)',
      actual: endTimestamp,
      limit: startTimestamp,
    })
  if (value['reward'] === undefined)
    report('reward', {
      code: 'required',
      severity: 'warning',
      message: "reward is missing; LINE's reference requires it",
    })
}
