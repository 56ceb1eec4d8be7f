/** Problems of stories and files in one form, each with its place in the source. */
import { relative, resolve } from 'node:path'
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

/** The place that a problem names, relative to the project; that of the story if it names none. */
function placeOf({ source }: Problem, { story }: StoryResult, root: string) {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(source ?? '') ?? []
  if (file === undefined) return story.place
  return { file: pathFrom(root, file), line: Number(line), column: Number(column) }
}

/** A path relative to the project, with slashes. */
export const pathFrom = (root: string, path: string): string =>
  relative(root, resolve(path)).replaceAll('\\', '/')

/** The problems of one story in one locale. */
export const findingsOf = (result: StoryResult, root: string): Finding[] =>
  result.problems.map((problem) => {
    const { severity, code, message, path, component, docs } = problem
    const { id } = result.story
    return {
      severity,
      code,
      message,
      story: id,
      locale: result.locale,
      ...placeOf(problem, result, root),
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
