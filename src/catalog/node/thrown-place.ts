/** Where an error of a story was thrown. */
import { resolve } from 'node:path'
import { thrownAt } from '../../emulator/node/page-server.js'
import type { StackMapper } from './stack-mapper.js'

/** Where in the project an error was thrown, as problems name places: `/shop/src/price.ts:9:5`. */
export function thrownPlace(
  error: unknown,
  root: string,
  mapped?: StackMapper,
): string | undefined {
  const at = thrownAt(error, root, mapped)
  return at && `${resolve(root, at.file)}:${at.line}:${at.column ?? 1}`
}
