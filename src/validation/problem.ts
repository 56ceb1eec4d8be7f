/** What is wrong with a value, and where. */
import type { ProblemCode } from './codes.js'

/** How bad it is: LINE refuses errors; warnings are ignored, shown differently, or refused by some of LINE's own accounts of it. */
export type Severity = 'error' | 'warning'

/** What a limit counts. */
export type Unit = 'utf16' | 'graphemes' | 'bytes' | 'items' | 'pixels' | 'levels' | 'nodes'

/** One thing that is wrong. */
export interface Problem {
  /** Stable name of the rule, see `docs/problems.md`. */
  code: ProblemCode
  severity: Severity
  /** Where, dotted from the root of what was given: `messages[0].template.actions[1].label`. Empty for the root itself. */
  path: string
  /** What is wrong, what is permitted, and what to do. */
  message: string
  /** What is permitted: a number, or a list of values. */
  limit: unknown
  /** What was found. */
  actual: unknown
  unit: Unit | undefined
  /** The components around it, of messages written as JSX or with builders: `<Buttons> › <Postback>`. */
  component: string | undefined
  /** The place in the source, where the compiler noted it: `src/menu.tsx:9:5`. */
  source: string | undefined
  /** LINE's reference. */
  docs: string | undefined
}

/** A problem as rules report it: the rest is filled in. */
export type Finding = Pick<Problem, 'code' | 'message'> &
  Partial<Pick<Problem, 'severity' | 'limit' | 'actual' | 'unit' | 'docs'>>
