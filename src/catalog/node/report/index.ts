/** The report of `fukidashi check` in four formats. */
import { githubReport } from './github.js'
import { jsonReport } from './json.js'
import { junitReport } from './junit.js'
import { type PrettyOptions, prettyReport } from './pretty.js'
import type { Report, ReportFormat } from './report.js'

export { countErrors, type Report, type ReportFormat, reportFormats } from './report.js'

/** The text of a report. */
export const writeReport = (
  report: Report,
  format: ReportFormat,
  options: PrettyOptions,
): string => {
  if (format === 'json') return jsonReport(report)
  if (format === 'github') return githubReport(report)
  return format === 'junit' ? junitReport(report) : prettyReport(report, options)
}
