/** The report for a comment in a pull request. */
import { escape } from '../../common/escape-html.js'
import type { LocaleChange, StoryChange } from './compare-builds.js'
import { diffText } from './diff-lines.js'
import type { ChangePictures } from './draw-changes.js'
import { type DiffReport, sideText, summaryText } from './report.js'

/** GitHub's limit for a comment is 65,536; some room is left for what people add. */
const longest = 60_000
/** Room for the list of stories, of failures, and for the note at the end. */
const longestList = 12_000
const longestFailures = 8_000
const longestNote = 300
/** The difference of one locale is cut off here, so that one large message does not hide all others. */
const longestDiff = 6_000

/** Text that GitHub shows as it is: neither Markdown nor HTML, and in `code`, so that an `@` notifies no user. */
const code = (text: string): string =>
  `<code>${cut(text, 300).replace(/[^\p{L}\p{M}\p{N} ./-]/gu, (one) => `&#${one.codePointAt(0)!};`)}</code>`

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text

/** A block of code, whose fence is longer than all in the text. */
function block(text: string, language = ''): string {
  const longestRun = [...text.matchAll(/`{3,}/g)].reduce(
    (most, [run]) => Math.max(most, run.length),
    2,
  )
  const fence = '`'.repeat(longestRun + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** Parts as long as they fit. */
function fitting(parts: readonly string[], most: number): { text: string; count: number } {
  let text = ''
  let count = 0
  for (const part of parts) {
    if (text.length + part.length > most) continue
    text += part
    count++
  }
  return { text, count }
}

/**
 * Markdown of at most 60,000 characters: a summary, then each change, closed.
 *
 * @param pictureUrl - the URL of a picture of the report
 */
export function markdownReport(report: DiffReport, pictureUrl: (file: string) => string): string {
  const { before, after, comparison, drawn, look } = report
  const head = [
    `### Messages: ${summaryText(report)}\n`,
    `${code(sideText(before))} → ${code(sideText(after))}; pictures: ${look}.\n`,
    ...(before.failure === undefined
      ? []
      : [
          `${code(sideText(before))} could not be built:\n\n${block(cut(before.failure, 3_000))}\n`,
        ]),
    ...drawn.notes.slice(0, 20).map((note) => `> ${code(note)}\n`),
  ].join('\n')
  const list = listOf(comparison.stories)
  const failures = fitting(
    comparison.uncompared.map(
      ({ side, subject, message }) =>
        `- ${side}: ${code(subject)} ${code(message.split('\n')[0]!)}\n`,
    ),
    longestFailures,
  )
  const notCompared =
    failures.count === 0
      ? ''
      : `\n<details><summary>Not compared: ${comparison.uncompared.length}</summary>\n\n${failures.text}\n</details>\n`
  const start = `${head}\n${list}${notCompared}`
  const sections = comparison.stories.map((story) => sectionOf(story, report, pictureUrl))
  const { text, count } = fitting(sections, longest - start.length - longestNote)
  const rest = comparison.stories.length - count
  const note =
    rest === 0 ? '' : `\n${rest} more are in \`report.html\`: a comment has no room for them.\n`
  return `${start}${text}${note}`
}

function listOf(stories: readonly StoryChange[]): string {
  if (stories.length === 0) return ''
  const rows = stories.map(
    ({ kind, id, locales }) =>
      `| ${kind} | ${code(id)} | ${locales.map(({ locale }) => code(locale)).join(' ')} |\n`,
  )
  const { text, count } = fitting(rows, longestList)
  const rest = stories.length - count
  const more = rest === 0 ? '' : `| | … and ${rest} more | |\n`
  return `| | Story | Locales |\n|---|---|---|\n${text}${more}`
}

function sectionOf(
  { kind, id, locales }: StoryChange,
  { drawn }: DiffReport,
  pictureUrl: (file: string) => string,
): string {
  const parts = locales.map((change) => {
    const diff = cut(diffText(change.lines), longestDiff)
    const pictures = picturesOf(change, drawn.pictures.get(change), pictureUrl)
    return `${code(change.locale)}${change.kind === kind ? '' : ` ${change.kind}`}\n\n${pictures}${block(diff, 'diff')}\n`
  })
  return `\n<details><summary>${kind}: ${code(id)}</summary>\n\n${parts.join('\n')}\n</details>\n`
}

const titles = { before: 'Before', after: 'After', difference: 'Difference' } as const

function picturesOf(
  { locale }: LocaleChange,
  pictures: ChangePictures | undefined,
  pictureUrl: (file: string) => string,
): string {
  if (!pictures) return ''
  if (pictures.looksSame) return 'The pictures are the same.\n\n'
  const cells = (['before', 'after', 'difference'] as const).flatMap((name) => {
    const file = pictures[name]
    return file === undefined ? [] : [{ title: titles[name], url: pictureUrl(file) }]
  })
  if (cells.length === 0) return ''
  const alt = locale.replace(/[^\w-]/g, '')
  const head = cells.map(({ title }) => `<th>${title}</th>`).join('')
  const body = cells
    .map(
      ({ title, url }) => `<td><img width="250" alt="${title}, ${alt}" src="${escape(url)}"></td>`,
    )
    .join('')
  return `<table><tr>${head}</tr><tr>${body}</tr></table>\n\n`
}
