/** Problems of a value that is converted, and the objects in it that they make stay JSON. */
import { isObject } from '../common/json.js'
import {
  type Problem,
  type Segment,
  segments,
  validate,
  type ValidateAs,
} from '../validation/index.js'
import { objectsIn } from './find.js'

/** What keeps a value from being written as elements only. */
export interface Obstacle {
  /** The innermost object that all problems are in; undefined if the value is not an object. */
  readonly around: object | undefined
  /** Objects that stay JSON: {@link around}, and those between it and the problems. */
  readonly plain: ReadonlySet<object>
  readonly problems: readonly Problem[]
}

/**
 * The problems of a value that LINE would refuse, or that the types of components refuse; undefined if there are none.
 *
 * @param place - definition of the value in the spec
 */
export function obstacleOf(value: unknown, as: ValidateAs, place: string): Obstacle | undefined {
  const all = validate(value, { as })
  if (all.length === 0) return undefined
  const objects = objectsIn(value, place)
  const problems = all.filter(({ severity, code, path }) => {
    if (severity === 'error') return true
    const way = segments(path)
    // TypeScript refuses null, and what it does not know unless it is a prop, which is spread.
    if (code !== 'unknown_property') return valueAt(value, way) === null
    const owner = valueAt(value, way.slice(0, -1))
    return isObject(owner) && objects.get(owner) === undefined
  })
  if (problems.length === 0) return undefined
  const ways = problems.map(({ path, code }) =>
    code === 'and_more' ? [] : objectsOn(value, segments(path), objects),
  )
  const [first = [], ...others] = ways
  let shared = 0
  while (shared < first.length && others.every((way) => way[shared] === first[shared])) shared++
  const around = first[Math.max(shared - 1, 0)] ?? (isObject(value) ? value : undefined)
  const plain = new Set(ways.flatMap((way) => way.slice(Math.max(shared - 1, 0))))
  if (around) plain.add(around)
  return { around, plain, problems }
}

/** The objects on a path that are converted by themselves, from the outside in. */
function objectsOn(
  root: unknown,
  path: readonly Segment[],
  objects: ReadonlyMap<object, unknown>,
): readonly object[] {
  const way: object[] = []
  let at: unknown = root
  for (const segment of [undefined, ...path]) {
    if (segment !== undefined) at = property(at, segment)
    if (!isObject(at)) break
    if (objects.has(at)) way.push(at)
  }
  return way
}

const valueAt = (root: unknown, path: readonly Segment[]): unknown => path.reduce(property, root)

const property = (value: unknown, segment: Segment): unknown =>
  isObject(value) && Object.hasOwn(value, segment)
    ? (value as Record<Segment, unknown>)[segment]
    : undefined
