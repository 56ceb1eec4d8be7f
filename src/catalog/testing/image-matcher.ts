/** `toMatchMessageImage` for Vitest and Jest. */
import { CatalogError } from '../errors.js'
import { type ImageVerdict, matchImage } from './image-file.js'
import type { MessageImageOptions } from './message-image.js'

/** The state of a matcher, as far as both runners have it. */
export interface MatcherState {
  testPath?: string
  currentTestName?: string
  isNot?: boolean
  /** Expectations of the test so far: begins again when a test is tried again. */
  assertionCalls?: number
  /** Its mode is `all` with `-u`, `none` in CI, otherwise `new`. */
  snapshotState?: object
}

/** How many pictures a test has had, and at which expectation. */
interface Count {
  pictures: number
  calls: number
}

const counts = new Map<string, Count>()

/** The number of a picture in its test. */
function numberOf(test: string, calls: number): number {
  const before = counts.get(test)
  const isSameTry = before !== undefined && calls > before.calls
  const pictures = isSameTry ? before.pictures + 1 : 1
  counts.set(test, { pictures, calls })
  return pictures
}

/**
 * Compares a picture in a test of Vitest or Jest.
 * @throws {CatalogError} `runner_missing`, `option_invalid`
 */
export async function imageVerdict(
  state: MatcherState,
  received: unknown,
  options: MessageImageOptions,
): Promise<ImageVerdict> {
  const { testPath, currentTestName, isNot, assertionCalls = 0, snapshotState } = state
  if (isNot === true)
    throw new CatalogError('option_invalid', '.not cannot be used with toMatchMessageImage().')
  if (testPath === undefined || currentTestName === undefined)
    throw new CatalogError('runner_missing', 'toMatchMessageImage() can be used in tests only.')
  const { hint } = options
  const number = numberOf(`${testPath}\0${currentTestName}`, assertionCalls)
  const { _updateSnapshot: mode = 'new' } = (snapshotState ?? {}) as { _updateSnapshot?: string }
  return matchImage(
    received,
    options,
    { testFile: testPath, name: `${currentTestName} ${hint ?? String(number)}` },
    { update: mode === 'all', add: mode === 'new' },
  )
}
