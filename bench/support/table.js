/** Figures as Markdown. */
import { summary } from './rounds.js'

/** `1.42 (1.39–1.51)`. */
export function spread(figures, digits = 2, unit = '') {
  const { median, min, max } = summary(figures)
  return `${median.toFixed(digits)}${unit} (${min.toFixed(digits)}–${max.toFixed(digits)})`
}

/** A table with columns as wide as their widest cell. */
export function table(head, rows) {
  const widths = head.map((_, i) =>
    Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length)),
  )
  const line = (row) => `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
