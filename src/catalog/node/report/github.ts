/**
 * The report as commands of GitHub Actions, which shows them in pull requests.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import type { Finding } from '../findings.js'
import { type Report, subjectText } from './report.js'

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string =>
  escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function command(finding: Finding): string {
  const { severity, file, line, column, code, message, path } = finding
  const properties = [
    file !== '' && `file=${escapeProperty(file)}`,
    line !== undefined && `line=${line}`,
    line !== undefined && column !== undefined && `col=${column}`,
    `title=${escapeProperty(`${subjectText(finding)}: ${code}`)}`,
  ]
  const text = path === '' ? message : `${path}: ${message}`
  return `::${severity} ${properties.filter(Boolean).join(',')}::${escapeText(text)}`
}

/** One line for each problem; nothing without problems. */
export const githubReport = ({ findings }: Report): string => findings.map(command).join('\n')
