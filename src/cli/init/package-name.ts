/** Names of packages, made of the names of folders. */
import { basename } from 'node:path'

/** Used where a folder's name has no letter that a package's name may have, such as お茶. */
const fallback = 'line-bot'

/** At most what a Worker's name may have; packages may have more. */
const longest = 63

/**
 * Makes a name that npm and Cloudflare accept: lower-case letters, digits and dashes.
 *
 * @param folder - path of the project's folder
 * @param dependencies - names of packages that the project installs; npm refuses to install a package into one of the same name
 */
export function packageNameOf(folder: string, dependencies: readonly string[]): string {
  const name = basename(folder)
    // Letters with accents lose them.
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')
  if (name === '') return fallback
  const isTaken = name === 'node-modules' || dependencies.includes(name)
  return isTaken ? `${name}-bot` : name
}
