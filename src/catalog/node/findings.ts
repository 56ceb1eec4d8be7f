/** Problems of stories and files in one form, each with its place in the source. */
import type { Problem } from '../../validation/index.js'
import type { StoryResult } from './check-stories.js'
import type { LoadFailure } from './load-stories.js'

/** One problem, and where to change something. */
export interface Finding {
  severity: 'error' | 'warning'
  code: string
  message: string
  /** Identity of the story: title and export. `undefined` for a file. */
  story: string | undefined
  locale: string | undefined
  /** Relative to the project. */
  file: string
  line: number | undefined
  column: number | undefined
  /** Path in the JSON. */
  path: string
  /** The components around it: `<Buttons> › <Postback>`. */
  component: string | undefined
  /** Explanation or reference. */
  docs: string | undefined
}

/** The place that a problem names; that of the story if it names none. */
function placeOf({ source }: Problem, { story }: StoryResult) {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(source ?? '') ?? []
  return file === undefined ? story.place : { file, line: Number(line), column: Number(column) }
}

/** The problems of one story in one locale. */
export const findingsOf = (result: StoryResult): Finding[] =>
  result.problems.map((problem) => {
    const { severity, code, message, path, component, docs } = problem
    const { id } = result.story
    return {
      severity,
      code,
      message,
      story: id,
      locale: result.locale,
      ...placeOf(problem, result),
      path,
      component,
      docs,
    }
  })

/** A file that could not be loaded. */
export const findingOfFailure = ({ code, message, file, line, column }: LoadFailure): Finding => ({
  severity: 'error',
  code,
  message,
  story: undefined,
  locale: undefined,
  file,
  line,
  column,
  path: '',
  component: undefined,
  docs: undefined,
})
