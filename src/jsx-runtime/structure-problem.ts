/** Problems of a tree of elements, found while it becomes JSON. */
import { shape } from '../spec/shape.js'
import type { Source } from './element.js'

/** A component of the user that is being called, and those around it. */
export interface Frame {
  readonly type: unknown
  readonly source: Source | undefined
  readonly parent?: Frame | undefined
}

/** Name of a property, or index in a list. */
export type Segment = string | number

/** Name of something in JSON, or several, from the outside in. */
export type Name = Segment | readonly Segment[] | undefined

/** A child or value in a wrong place. The compiler reports it; it becomes a problem of the report. */
export interface StructureProblem {
  readonly code:
    | 'wrong_child'
    | 'wrong_value'
    | 'missing_child'
    | 'alt_text_derived'
    | 'too_many'
    | 'too_deep'
    | 'cycle'
    | 'unreadable'
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** The element in whose JSON the problem is. */
  readonly owner: { readonly type: unknown; readonly source: Source | undefined } | undefined
  readonly property?: string | undefined
  /** Path within that JSON, for plain JSON inside an element or beside elements. */
  readonly place: readonly Segment[]
  /** The child in the wrong place. */
  readonly child?: unknown
  readonly limit?: unknown
  readonly actual?: unknown
  /** Unit of the limit. */
  readonly unit?: 'nodes' | 'levels' | undefined
  readonly frame: Frame | undefined
}

/** What a report of a problem may add to its code and message. */
export type Facts = Partial<
  Pick<StructureProblem, 'limit' | 'actual' | 'unit' | 'property' | 'child' | 'owner' | 'severity'>
>

/** The problems of a tree: bounded, and each once for an element. */
export function addProblem(problems: StructureProblem[], problem: StructureProblem): void {
  const last = problems.at(-1)
  const isSame = last?.message === problem.message && last.owner === problem.owner && !problem.child
  // One more than a report lists says that there are more.
  if (!isSame && problems.length <= shape.problems) problems.push(problem)
}

/** Names from the outside in, without the unnamed. */
export const placeOfNames = (names: readonly Name[]): Segment[] =>
  names.flat().filter((name) => name !== undefined)
