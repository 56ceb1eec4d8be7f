/** The report for people. */
import { styleText } from 'node:util'
import { plural } from '../../../common/words.js'
import type { Finding } from '../findings.js'
import { CodeFrames } from './frame.js'
import { countErrors, placeText, type Report } from './report.js'
import { usageTable } from './usage-table.js'

/** Options of {@link prettyReport}. */
export interface PrettyOptions {
  /** Colors for a terminal. */
  color: boolean
  /** Whether the table has every story; otherwise at most 30. */
  table: boolean
  /** Whether the last line says how much was checked. `true` by default. */
  summary?: boolean
}

type Style = Parameters<typeof styleText>[0]

/** The same problem in several locales is one entry. */
interface Entry extends Finding {
  locales: string[]
}

function merged(findings: readonly Finding[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const finding of findings) {
    const { severity, code, story, file, line, column, path } = finding
    const key = JSON.stringify([severity, code, story, file, line, column, path])
    const entry = entries.get(key)
    if (entry) entry.locales.push(finding.locale ?? '')
    else
      entries.set(key, {
        ...finding,
        locales: finding.locale === undefined ? [] : [finding.locale],
      })
  }
  return [...entries.values()]
}

/** The report as text: each problem with its place, code and code frame, the table, and a summary. */
export function prettyReport(
  report: Report,
  { color, table, summary = true }: PrettyOptions,
): string {
  const { root, results, files, findings } = report
  const paint = (style: Style, text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text
  const frames = new CodeFrames(root)

  const entryText = (entry: Entry): string => {
    const { severity, code, story, path, component, message, line, column, docs, file } = entry
    const level = severity === 'error' ? paint('red', 'error') : paint('yellow', 'warning')
    const about = [
      story === undefined ? '' : `${story} (${entry.locales.join(', ')})`,
      path,
      component ?? '',
    ].filter((part) => part !== '')
    const frame = line === undefined ? [] : frames.frame(file, line, column ?? 1)
    return [
      `${paint('cyan', placeText(entry))}  ${level}  ${paint('bold', code)}`,
      ...(about.length > 0 ? [`  ${about.join('   ')}`] : []),
      ...message.split('\n').map((text) => `  ${text}`),
      ...(frame.length > 0 ? ['', ...frame.map((text) => paint('dim', `  ${text}`))] : []),
      ...(docs === undefined ? [] : [paint('dim', `  ${docs}`)]),
      '',
    ].join('\n')
  }

  const stories = new Set(results.map(({ story }) => story.id)).size
  const locales = new Set(results.map(({ locale }) => locale)).size
  const errors = countErrors(findings)
  const warnings = findings.length - errors
  const checked = [
    stories > 0 && `${plural(stories, 'story', 'stories')} in ${plural(locales, 'locale')}`,
    files.length > 0 && plural(files.length, 'file'),
  ].filter(Boolean)
  const checkedText = `Checked ${checked.join(' and ') || 'nothing'}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`
  return [
    ...merged(findings).map(entryText),
    ...files
      .filter(({ kind }) => kind !== undefined)
      .map(({ file, kind }) => `${file} was read as: ${kind!}.`),
    ...(files.length > 0 ? [''] : []),
    ...(results.length > 0 ? [...usageTable(results, table), ''] : []),
    ...(summary ? [paint(errors > 0 ? 'red' : 'green', checkedText)] : []),
  ].join('\n')
}
