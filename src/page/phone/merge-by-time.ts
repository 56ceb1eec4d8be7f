/** Entries of a chat with the failures between them. */
import type { FailureRecord } from '../../emulator/index.js'
import type { EntryView } from '../../emulator/ui/view.js'

export type ChatRow =
  { type: 'entry'; entry: EntryView; index: number } | { type: 'failure'; failure: FailureRecord }

/**
 * A failure comes after all entries that are not later: where the answer is missing.
 *
 * @param isPart - earlier entries are not drawn, so earlier failures are not either
 */
export function mergeByTime(
  entries: readonly EntryView[],
  failures: readonly FailureRecord[],
  isPart: boolean,
): ChatRow[] {
  const rows: ChatRow[] = []
  let next = 0
  if (isPart) while (failures[next] && entries[0] && failures[next]!.at < entries[0].at) next++
  entries.forEach((entry, index) => {
    for (; failures[next] && failures[next]!.at < entry.at; next++)
      rows.push({ type: 'failure', failure: failures[next]! })
    rows.push({ type: 'entry', entry, index })
  })
  for (const failure of failures.slice(next)) rows.push({ type: 'failure', failure })
  return rows
}
