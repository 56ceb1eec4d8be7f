/** Licences of packages that are bundled. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Packages that come with a bundled package, and whose licences go with it. */
const companions: Readonly<Record<string, readonly string[]>> = {
  '@clack/prompts': [
    '@clack/core',
    '@clack/core/node_modules/sisteransi',
    'fast-string-truncated-width',
    'fast-string-width',
    'fast-wrap-ansi',
  ],
  'launch-editor': ['picocolors', 'shell-quote'],
}

/** @throws {Error} if a package has no licence */
function licenceOf(name: string): string {
  const folder = join('node_modules', name)
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (file === undefined) throw new Error(`${folder} has no licence`)
  return `${name.replace(/^.*node_modules\//, '')}\n\n${readFileSync(join(folder, file), 'utf8')}`
}

/** A comment with the licences of packages, and of those that come with them. */
export const licences = (names: readonly string[]): string =>
  `/*! ${names
    .flatMap((name) => [name, ...(companions[name] ?? [])])
    .map(licenceOf)
    .join('\n')}*/`
