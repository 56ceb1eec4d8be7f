/** Finds the node of each problem in a JSON value. */
import type { Problem } from '../../emulator/index.js'

/** The part of a problem that a tree shows. */
export type NodeProblem = Pick<Problem, 'path' | 'message' | 'severity'>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Path of a child, written as in problems: `messages[0].text`. */
export const childPath = (path: string, key: string, isList: boolean): string =>
  isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`

/**
 * Problems by the path of the deepest node that exists: a problem of a missing property belongs to the object that should have it.
 */
export function problemsByNode(
  value: unknown,
  problems: readonly NodeProblem[],
): ReadonlyMap<string, readonly NodeProblem[]> {
  const byNode = new Map<string, NodeProblem[]>()
  for (const problem of problems) {
    const node = deepest(value, problem.path)
    byNode.set(node, [...(byNode.get(node) ?? []), problem])
  }
  return byNode
}

function deepest(root: unknown, path: string): string {
  let value = root
  let at = ''
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return at
    at = childPath(at, key, Array.isArray(value))
    value = (value as Record<string, unknown>)[key]
  }
  return at
}

/** Whether a node, or one inside it, has a problem. */
export const hasProblemsIn = (byNode: ReadonlyMap<string, unknown>, path: string): boolean =>
  path === ''
    ? byNode.size > 0
    : [...byNode.keys()].some(
        (key) => key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}[`),
      )
