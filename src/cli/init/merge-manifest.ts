/** package.json of a project: made of the templates' parts, or merged into one that exists. */

type Entries = Record<string, string>

/** package.json, as far as it is read. */
export interface Manifest {
  [field: string]: unknown
  type?: string
  packageManager?: unknown
  scripts?: Entries
  dependencies?: Entries
  devDependencies?: Entries
}

/** Joins the parts of the templates' folders: entries of a later one replace those of an earlier one. */
export function joinManifests(parts: readonly Manifest[]): Manifest {
  const joined: Manifest = {}
  for (const part of parts) Object.assign(joined, part)
  for (const list of ['scripts', 'dependencies', 'devDependencies'] as const) {
    const entries = parts.flatMap((part) => Object.entries(part[list] ?? {}))
    // Package managers sort dependencies too.
    if (list !== 'scripts') entries.sort(([a], [b]) => (a < b ? -1 : 1))
    joined[list] = Object.fromEntries(entries)
  }
  return joined
}

/** Names of all packages that a manifest asks for. */
export const dependenciesOf = ({ dependencies, devDependencies }: Manifest): string[] =>
  Object.keys({ ...dependencies, ...devDependencies })

const program = (command: string): string => command.trim().split(/\s+/)[0]!

/** The script that `npm init` writes, which only says that there is none. */
const isPlaceholder = (command: string): boolean => command.includes('no test specified')

/** The result of {@link mergeManifest}. */
export interface MergedManifest {
  readonly manifest: Manifest
  /** A line for each change. */
  readonly changes: readonly string[]
  /** Scripts that have another name, `line:test` instead of `test`, because the project has one with that name. */
  readonly renamed: readonly string[]
}

/**
 * Adds scripts and dependencies to a manifest. What is there stays: a script with another command gets a second one beside it,
 * unless both start the same program.
 *
 * @param replaced - dependencies whose version is replaced, because it was asked for
 */
export function mergeManifest(
  mine: Manifest,
  added: Manifest,
  replaced: readonly string[] = [],
): MergedManifest {
  const scripts: Entries = { ...mine.scripts }
  const changes: string[] = []
  const renamed: string[] = []
  for (const [name, command] of Object.entries(added.scripts ?? {})) {
    const before = scripts[name]
    if (before === command) continue
    if (before === undefined || isPlaceholder(before)) {
      scripts[name] = command
      changes.push(`script "${name}"`)
    } else if (program(before) !== program(command)) {
      renamed.push(name)
      if (scripts[`line:${name}`] !== undefined) continue
      scripts[`line:${name}`] = command
      changes.push(`script "line:${name}", because "${name}" is yours: ${before}`)
    }
  }
  const manifest: Manifest = { ...mine, scripts }
  for (const list of ['dependencies', 'devDependencies'] as const) {
    for (const [name, version] of Object.entries(added[list] ?? {})) {
      // The project may have it in the other list.
      const place = mine.dependencies?.[name]
        ? 'dependencies'
        : mine.devDependencies?.[name]
          ? 'devDependencies'
          : undefined
      if (place !== undefined && !replaced.includes(name)) continue
      const target = place ?? list
      if (manifest[target]?.[name] === version) continue
      manifest[target] = { ...manifest[target], [name]: version }
      changes.push(`${target}: ${name} ${version}`)
    }
  }
  return { manifest, changes, renamed }
}

/** Rewrites npm's commands in a text for scripts that have another name. */
export const withScriptNames = (renamed: readonly string[], text: string): string =>
  renamed.reduce(
    (before, name) =>
      before
        .replaceAll(new RegExp(`\\bnpm run ${name}(?![\\w:])`, 'g'), `npm run line:${name}`)
        .replaceAll(new RegExp(`\\bnpm ${name}(?![\\w:])`, 'g'), `npm run line:${name}`),
    text,
  )
