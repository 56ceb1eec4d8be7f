/** Problems of stories on standard error. */
import { type Finding, writeReport } from '../catalog/node/index.js'

/** Prints problems with their places and code frames; nothing if there are none. */
export function printFindings(findings: Finding[]): void {
  if (findings.length === 0) return
  const color = process.stderr.isTTY && !process.env['NO_COLOR']
  const report = { root: process.cwd(), results: [], files: [], findings }
  process.stderr.write(
    `${writeReport(report, 'pretty', { color, table: false, summary: false })}\n`,
  )
}
