/** The imports of a build, to know which story files need a file that cannot be compiled. */
import type { Plugin } from 'vite'

/** The path of a module, without a query. */
const pathOf = (id: string): string => id.replace(/\?.*$/, '')

/** Records which file imports which. A build that fails may have read only some of them. */
export class Imports {
  /** The importers of each file. */
  readonly #importers = new Map<string, Set<string>>()

  /** The plugin that records them. */
  plugin(): Plugin {
    const importers = this.#importers
    return {
      name: 'fukidashi-imports',
      enforce: 'pre',
      async resolveId(source, importer, options) {
        if (importer === undefined) return
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
        if (!resolved || resolved.external) return
        const file = pathOf(resolved.id)
        importers.set(file, (importers.get(file) ?? new Set()).add(pathOf(importer)))
      },
    }
  }

  /** True if one file imports another, directly or through others. */
  reach(from: string, to: string | undefined): boolean {
    const seen = new Set<string>()
    const next = to === undefined ? [] : [to]
    for (const file of next) {
      if (seen.has(file)) continue
      seen.add(file)
      if (file === from) return true
      next.push(...(this.#importers.get(file) ?? []))
    }
    return false
  }
}
