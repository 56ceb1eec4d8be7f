/** What reports of a comparison have in common. */
import { plural } from '../../common/words.js'
import type { ChangeKind, Comparison } from './compare-builds.js'
import type { DrawnChanges } from './draw-changes.js'

/** A compared catalog and its name. */
export interface ReportSide {
  /** As people wrote it: a branch, a folder. */
  name: string
  /** Hash of the commit. */
  commit: string | undefined
  /** The reason why it has no catalog. */
  failure: string | undefined
}

/** Everything that a report shows. */
export interface DiffReport {
  before: ReportSide
  after: ReportSide
  comparison: Comparison
  drawn: DrawnChanges
  /** Device and theme of the pictures: `iPhone, light`. */
  look: string
}

/** The order in which kinds are named. */
export const kinds: readonly ChangeKind[] = ['changed', 'new', 'removed']

const countOf = ({ stories }: Comparison, kind: ChangeKind): number =>
  stories.filter((story) => story.kind === kind).length

/** `2 changed, 1 new; 40 unchanged.`. */
export function summaryText({ before, comparison }: DiffReport): string {
  if (before.failure !== undefined) return 'Nothing could be compared.'
  const counts = kinds
    .map((kind) => ({ kind, count: countOf(comparison, kind) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`)
  const { unchanged, uncompared } = comparison
  const failed = uncompared.length === 0 ? '' : `, ${uncompared.length} not compared`
  return counts.length === 0
    ? `No change in ${plural(unchanged, 'story', 'stories')}${failed}.`
    : `${counts.join(', ')}; ${unchanged} unchanged${failed}.`
}

/** `main (1a2b3c4)`. */
export const sideText = ({ name, commit }: ReportSide): string =>
  commit === undefined || commit.startsWith(name) ? name : `${name} (${commit.slice(0, 7)})`
