/** Path aliases of `tsconfig.json`, for versions of Vite that cannot read them: `resolve.tsconfigPaths` needs Vite 8. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { parse } from 'jsonc-parser'
import type { Plugin } from 'vite'
import { isRecord } from '../../common/json.js'

/** Aliases of a folder. */
interface Aliases {
  /** Patterns with at most one `*`, the longest first, and the paths they are replaced by. */
  patterns: readonly {
    prefix: string
    suffix: string
    isExact: boolean
    targets: readonly string[]
  }[]
  /** Folder in which names without an alias are looked for. */
  baseUrl: string | undefined
}

const names = ['tsconfig.json', 'jsconfig.json']

/** Configurations that one may extend, one after the other. */
const MOST_EXTENDED = 20

export function tsconfigPaths(): Plugin {
  const cache = new Map<string, Aliases | undefined>()
  return {
    name: 'fukidashi-tsconfig-paths',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || /^[./\\\0]|^[\w-]{2,}:/.test(source)) return null
      const file = importer.replace(/[?#].*$/, '')
      if (!isAbsolute(file) || /[\\/]node_modules[\\/]/.test(file)) return null
      for (const path of candidates(source, aliasesFor(dirname(file), cache))) {
        const resolved = await this.resolve(path, importer, { ...options, skipSelf: true })
        if (resolved) return resolved
      }
      return null
    },
  }
}

/** Paths that an import may mean, the most specific first. */
function candidates(source: string, aliases: Aliases | undefined): string[] {
  if (!aliases) return []
  const { patterns, baseUrl } = aliases
  const match = patterns.find(({ prefix, suffix, isExact }) =>
    isExact
      ? source === prefix
      : source.length >= prefix.length + suffix.length &&
        source.startsWith(prefix) &&
        source.endsWith(suffix),
  )
  const star = match && source.slice(match.prefix.length, source.length - match.suffix.length)
  const ofAlias = match?.targets.map((target) => target.replace('*', () => star!)) ?? []
  return baseUrl === undefined ? ofAlias : [...ofAlias, join(baseUrl, source)]
}

/** Aliases of the nearest configuration. */
function aliasesFor(folder: string, cache: Map<string, Aliases | undefined>): Aliases | undefined {
  if (cache.has(folder)) return cache.get(folder)
  const file = names.map((name) => join(folder, name)).find((path) => existsSync(path))
  const above = dirname(folder)
  const aliases =
    file !== undefined ? read(file) : above === folder ? undefined : aliasesFor(above, cache)
  cache.set(folder, aliases)
  return aliases
}

interface Options {
  baseUrl?: string
  paths?: Readonly<Record<string, readonly string[]>>
  /** Folder of the configuration that has `paths`. */
  pathsFrom?: string
}

function read(file: string): Aliases | undefined {
  const options = optionsOf(file, 0)
  const { baseUrl, paths = {}, pathsFrom = dirname(file) } = options
  const from = baseUrl ?? pathsFrom
  const patterns = Object.entries(paths)
    .map(([pattern, targets]) => {
      const [prefix = '', suffix = ''] = pattern.split('*')
      const isExact = !pattern.includes('*')
      return { prefix, suffix, isExact, targets: targets.map((target) => resolve(from, target)) }
    })
    .sort(
      (one, other) =>
        Number(other.isExact) - Number(one.isExact) || other.prefix.length - one.prefix.length,
    )
  return { patterns, baseUrl }
}

/** The options of a configuration, with those that it extends. One that only refers to others has those of the first with aliases. */
function optionsOf(file: string, depth: number): Options {
  const json = readJson(file)
  if (!json || depth > MOST_EXTENDED) return {}
  const folder = dirname(file)
  const extended = [json['extends']].flat().filter((one) => typeof one === 'string')
  const bases = extended.flatMap((one) => configFile(one, folder) ?? [])
  const inherited = bases.reduce<Options>(
    (all, base) => ({ ...all, ...optionsOf(base, depth + 1) }),
    {},
  )
  const { baseUrl, paths } = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {}
  const options: Options = {
    ...inherited,
    ...(typeof baseUrl === 'string' && { baseUrl: resolve(folder, baseUrl) }),
    ...(isRecord(paths) && { paths: listsIn(paths), pathsFrom: folder }),
  }
  if (options.paths || options.baseUrl !== undefined || !Array.isArray(json['references']))
    return options
  for (const reference of json['references'] as unknown[]) {
    const path = isRecord(reference) ? reference['path'] : undefined
    const other =
      typeof path === 'string'
        ? configFile(path.startsWith('.') ? path : `./${path}`, folder)
        : undefined
    const found = other === undefined ? {} : optionsOf(other, depth + 1)
    if (found.paths || found.baseUrl !== undefined) return found
  }
  return options
}

const listsIn = (paths: Record<string, unknown>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(paths).map(([name, list]) => [
      name,
      [list].flat().filter((one): one is string => typeof one === 'string'),
    ]),
  )

function readJson(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'), [], { allowTrailingComma: true })
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** File of a configuration: a path from the folder of another one, or a package. */
function configFile(name: string, folder: string): string | undefined {
  const isPath = /^\.{1,2}(?:[\\/]|$)/.test(name) || isAbsolute(name)
  if (isPath) {
    const path = resolve(folder, name)
    return [path, `${path}.json`, join(path, 'tsconfig.json')].find(
      (one) => /\.json$/.test(one) && existsSync(one),
    )
  }
  const require = createRequire(join(folder, 'tsconfig.json'))
  for (const id of [name, `${name}.json`, `${name}/tsconfig.json`])
    try {
      return require.resolve(id)
    } catch {
      // The next spelling.
    }
  return undefined
}
