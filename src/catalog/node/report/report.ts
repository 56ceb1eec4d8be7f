/** What `fukidashi check` reports, independent of the format. */
import type { CheckedFile } from '../json-files.js'
import type { StoryResult } from '../check-stories.js'
import type { Finding } from '../findings.js'

/** The result of a check. */
export interface Report {
  /** Absolute path of the project. */
  root: string
  /** One for each story and locale. */
  results: StoryResult[]
  /** JSON files that were checked. */
  files: CheckedFile[]
  /** All problems, in the order of stories and files. */
  findings: Finding[]
}

/** Names of the formats. */
export const reportFormats = ['pretty', 'json', 'github', 'junit'] as const

/** A format of the report. */
export type ReportFormat = (typeof reportFormats)[number]

/** Where a finding is: `src/menu.tsx:9:5`, as terminals and editors link it. */
export const placeText = ({ file, line, column }: Finding): string =>
  [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':')

/** The story in its locale, or the file. */
export const subjectText = ({ story, locale, file }: Finding): string =>
  story === undefined ? file : `${story} (${locale ?? ''})`

export const countErrors = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length
