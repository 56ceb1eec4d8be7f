/** Versions, and the changelog's headings for them. */

const parts = ['major', 'minor', 'patch'] as const
type Part = (typeof parts)[number]

const semantic = /^(\d+)\.(\d+)\.(\d+)(?:-[\w.]+)?$/

/** The version after `current`: the one that is named, or the next major, minor or patch version. */
export function nextVersion(current: string, wanted: string): string {
  const match = semantic.exec(current)
  if (!match) throw new Error(`package.json: version ${current} is not a semantic version`)
  if (semantic.test(wanted)) return wanted
  const at = parts.indexOf(wanted as Part)
  if (at < 0)
    throw new Error(
      `'${wanted}' is not a version. Permitted: ${parts.join(', ')}, or one like 1.2.3`,
    )
  const numbers = match.slice(1, 4).map(Number)
  return numbers
    .map((value, index) => (index < at ? value : index === at ? value + 1 : 0))
    .join('.')
}

const unreleased = '## Unreleased'

/**
 * The changelog with the unreleased changes under a heading of their own version, and an empty `Unreleased` above.
 *
 * @throws {Error} if nothing is unreleased, or the version has a heading already
 */
export function releaseChangelog(text: string, version: string, date: string): string {
  const lines = text.split('\n')
  const start = lines.indexOf(unreleased)
  if (start < 0) throw new Error(`CHANGELOG.md has no heading "${unreleased}"`)
  if (lines.some((line) => line === `## ${version}` || line.startsWith(`## ${version} `)))
    throw new Error(`CHANGELOG.md already has a heading for ${version}`)
  const next = lines.findIndex((line, index) => index > start && line.startsWith('## '))
  const changes = lines.slice(start + 1, next < 0 ? undefined : next)
  if (!changes.some((line) => line.startsWith('- ')))
    throw new Error('CHANGELOG.md has no changes under "Unreleased": there is nothing to release')
  return lines.toSpliced(start + 1, 0, '', `## ${version} (${date})`).join('\n')
}
