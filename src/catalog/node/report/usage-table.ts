/** A table of stories and locales: how much of its limit the tightest text uses. */
import stringWidth from 'string-width'
import type { StoryResult } from '../check-stories.js'
import { plural } from '../../../common/words.js'

/** More rows are not printed unless asked for. */
const usualRows = 30

interface Row {
  id: string
  cells: Map<string, StoryResult>
  /** The result with the text that is closest to its limit. */
  tightest: StoryResult | undefined
}

const share = (result: StoryResult | undefined): number =>
  result?.tightest ? result.tightest.used / result.tightest.limit : 0

const pad = (text: string, width: number): string => text + ' '.repeat(width - stringWidth(text))

/** `19/20`, with `!` when it is too long; `error` for any other error. */
function cellText(result: StoryResult | undefined): string {
  if (!result) return '–'
  const { tightest, problems } = result
  if (tightest && tightest.used > tightest.limit) return `${tightest.used}/${tightest.limit}!`
  if (problems.some(({ severity }) => severity === 'error')) return 'error'
  return tightest ? `${tightest.used}/${tightest.limit}` : 'ok'
}

/** `label is longest in th`. */
function longestText({ cells, tightest }: Row): string {
  if (!tightest?.tightest) return ''
  const name = tightest.tightest.path.replace(/^.*\.(?=[^.]+$)/, '')
  return cells.size > 1 ? `${name}, longest in ${tightest.locale}` : name
}

/**
 * The table as lines, for terminals.
 *
 * @param all - print every story; otherwise at most 30, those closest to a limit
 */
export function usageTable(results: readonly StoryResult[], all: boolean): string[] {
  const locales = [...new Set(results.map(({ locale }) => locale))]
  const rows = new Map<string, Row>()
  for (const result of results) {
    const { id } = result.story
    const row = rows.get(id) ?? { id, cells: new Map(), tightest: undefined }
    row.cells.set(result.locale, result)
    if (result.tightest && share(result) > share(row.tightest)) row.tightest = result
    rows.set(id, row)
  }
  const list = [...rows.values()]
  const shown =
    all || list.length <= usualRows
      ? list
      : list.toSorted((a, b) => share(b.tightest) - share(a.tightest)).slice(0, usualRows)
  const table = [
    ['Story', ...locales, 'Closest to its limit'],
    ...shown.map((row) => [
      row.id,
      ...locales.map((locale) => cellText(row.cells.get(locale))),
      longestText(row),
    ]),
  ]
  const widths = table[0]!.map((_, column) =>
    Math.max(...table.map((row) => stringWidth(row[column]!))),
  )
  const lines = table.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  const hidden = list.length - shown.length
  return hidden > 0
    ? [
        ...lines,
        `… and ${plural(hidden, 'story', 'stories')} further from a limit; --table prints all.`,
      ]
    : lines
}
