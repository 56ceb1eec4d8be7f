/** Reads folders that `fukidashi build` wrote. */
import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { isRecord } from '../../common/json.js'
import { CatalogError } from '../errors.js'
import type { Manifest, ManifestStory } from '../node/manifest.js'

/** A built catalog. */
export interface BuiltFolder {
  manifest: Manifest
  /**
   * Text of a file that the manifest names.
   * @throws {CatalogError} `file_unreadable`
   */
  read(file: string): Promise<string>
}

/** A catalog without stories. */
export const emptyBuild: BuiltFolder = {
  manifest: { version: 1, locales: [], stories: [] },
  read: () => Promise.reject(new CatalogError('file_unreadable', 'The catalog is empty.')),
}

const unreadable = (path: string, why: string, cause?: unknown) =>
  new CatalogError('file_unreadable', `${path}: ${why}`, { cause })

/** @throws {CatalogError} `file_unreadable` */
export async function readBuild(folder: string): Promise<BuiltFolder> {
  const path = join(folder, 'manifest.json')
  let manifest: unknown
  try {
    manifest = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw unreadable(path, `${(cause as Error).message}. Use a folder of fukidashi build.`, cause)
  }
  if (!isManifest(manifest))
    throw unreadable(path, 'it is not a manifest of fukidashi build, or of a newer version.')
  return { manifest, read: (file) => readInside(folder, file) }
}

/** Reads a file of the folder. The manifest may come from others, so its paths may lead anywhere. */
async function readInside(folder: string, file: string): Promise<string> {
  const path = resolve(folder, file)
  const inside = relative(resolve(folder), path)
  if (
    inside === '' ||
    inside === '..' ||
    inside.startsWith(`..${sep}`) ||
    resolve(inside) === inside
  )
    throw unreadable(file, 'it is outside of the folder of its manifest.')
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw unreadable(path, (cause as Error).message, cause)
  }
}

const isManifest = (value: unknown): value is Manifest =>
  isRecord(value) &&
  value['version'] === 1 &&
  Array.isArray(value['stories']) &&
  value['stories'].every(isManifestStory) &&
  (value['failures'] === undefined || Array.isArray(value['failures']))

const isManifestStory = (value: unknown): value is ManifestStory =>
  isRecord(value) &&
  [value['id'], value['title'], value['name'], value['kind']].every(
    (one) => typeof one === 'string',
  ) &&
  isPaths(value['files']) &&
  (value['chats'] === undefined || isPaths(value['chats']))

const isPaths = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string')
