/** Paths of files, written in one way: watchers, Vite and Node write those of Windows differently. */

/** With slashes, and drive letters in upper case. */
export const samePath = (path: string): string =>
  path.replaceAll('\\', '/').replace(/^[a-z]:/, (drive) => drive.toUpperCase())

/** A path relative to a folder; the whole path if it is elsewhere. */
export function pathFrom(root: string, path: string): string {
  const folder = samePath(root).replace(/\/$/, '')
  const file = samePath(path)
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
}
