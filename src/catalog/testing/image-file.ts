/** Pictures beside a test, as snapshots are: compared, written and updated. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CatalogError } from '../errors.js'
import { fileNameOf } from '../node/file-names.js'
import type { SnapshotMode } from './snapshot-file.js'
import { pictureOf, type MessageImageOptions } from './message-image.js'

/** The place of an expectation. */
export interface ImagePlace {
  /** Path of the test file. */
  testFile: string
  /** The test with its suites, and the hint or number. */
  name: string
}

/** Files of a picture. Those of failures are for people only, and not for the history. */
function filesOf({ testFile, name }: ImagePlace) {
  const folder = join(dirname(testFile), '__image_snapshots__')
  // Names that differ only in characters that files cannot have stay different.
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 6)
  const file = `${fileNameOf(name)}-${hash}`
  const failed = join(folder, '__failures__', basename(testFile), file)
  return {
    expected: join(folder, basename(testFile), `${file}.png`),
    received: `${failed}.received.png`,
    difference: `${failed}.difference.png`,
  }
}

/** The result of a comparison. */
export interface ImageVerdict {
  pass: boolean
  message: string
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}

const readIfThere = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  })

/**
 * Draws messages and compares them with the picture beside the test. A new one is written where the mode permits it.
 *
 * @param received - what `pictureOf` draws
 * @throws {PngError} `peer_missing` and others
 * @throws {CatalogError} `option_invalid`
 */
export async function matchImage(
  received: unknown,
  options: MessageImageOptions,
  place: ImagePlace,
  mode: Pick<SnapshotMode, 'add' | 'update'>,
): Promise<ImageVerdict> {
  const { threshold = 0.1, maxDifference = 0 } = options
  if (!(typeof maxDifference === 'number' && maxDifference >= 0 && maxDifference < 1))
    throw new CatalogError(
      'option_invalid',
      'maxDifference is the share of pixels that may differ: use a number from 0 to below 1, such as 0.001.',
    )
  const { comparePictures } = await import('../../preview/png/index.js')
  const png = await pictureOf(received, options)
  const files = filesOf(place)
  const expected = await readIfThere(files.expected)
  await Promise.all([files.received, files.difference].map((path) => rm(path, { force: true })))
  const written = { pass: true, message: `The picture was written: ${files.expected}` }
  if (!expected) {
    if (mode.add || mode.update) {
      await write(files.expected, png)
      return written
    }
    await write(files.received, png)
    return {
      pass: false,
      message: `There is no picture ${files.expected}, and none is written in CI. Run the test on your machine and commit the file.\nReceived: ${files.received}`,
    }
  }
  const { pixels, ratio, difference } = await comparePictures(expected, png, { threshold })
  if (ratio <= maxDifference) return { pass: true, message: 'The picture is as before.' }
  if (mode.update) {
    await write(files.expected, png)
    return written
  }
  await write(files.received, png)
  await write(files.difference, difference)
  return {
    pass: false,
    message: [
      `The picture differs in ${pixels} pixels, ${share(ratio)}; permitted: ${share(maxDifference)}.`,
      `Expected:   ${files.expected}`,
      `Received:   ${files.received}`,
      `Difference: ${files.difference}`,
    ].join('\n'),
  }
}

const share = (ratio: number): string => `${Number((ratio * 100).toPrecision(3))} %`
