/** `import.meta` of a bundled module: it is still about the source file. */
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

interface SyntaxNode {
  type: string
  start: number
  end: number
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'

/** Calls back with every `import.meta.name`. */
function eachMeta(node: SyntaxNode, found: (node: SyntaxNode, name: string) => void): void {
  if (node.type === 'MemberExpression') {
    const { object, property } = node as unknown as {
      object: SyntaxNode
      property: { name?: string }
    }
    if (object.type === 'MetaProperty' && property.name !== undefined) found(node, property.name)
  }
  for (const value of Object.values(node))
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) eachMeta(item, found)
    } else if (isNode(value)) eachMeta(value, found)
}

/** Replaces `import.meta.url`, `.filename` and `.dirname` by the values of the source file. */
export const withSourceUrls: Plugin = {
  name: 'fukidashi-source-urls',
  enforce: 'post',
  transform(code, id) {
    if (!code.includes('import.meta')) return undefined
    const [file = id] = id.split('?')
    const values: Record<string, string> = {
      url: pathToFileURL(file).href,
      filename: file,
      dirname: dirname(file),
    }
    const changes: { start: number; end: number; text: string }[] = []
    eachMeta(this.parse(code), ({ start, end }, name) => {
      const value = values[name]
      if (value !== undefined) changes.push({ start, end, text: JSON.stringify(value) })
    })
    let result = code
    // From the end, so that the positions before stay right.
    for (const { start, end, text } of changes.toSorted((a, b) => b.start - a.start))
      result = result.slice(0, start) + text + result.slice(end)
    // Lines stay; only columns after such a name differ.
    return { code: result, map: null }
  },
}
