/** What an editor offers while a story is written, and whether stories can be exported from a library. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
  config: object
}
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')

// Services share the files that they read.
const registry = ts.createDocumentRegistry()

/** The language service for one file that exists only here. */
function serviceFor(text: string, extra: ts.CompilerOptions = {}) {
  const name = resolve('test/catalog/written.tsx')
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ ...options, ...extra }),
    getScriptFileNames: () => [name],
    // The text, because services share files of the same version.
    getScriptVersion: (file) => (file === name ? text : '1'),
    getScriptSnapshot: (file) => {
      const source =
        file === name ? text : ts.sys.fileExists(file) ? readFileSync(file, 'utf8') : undefined
      return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source)
    },
    getCurrentDirectory: () => resolve('.'),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === name || ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
    directoryExists: (folder) => ts.sys.directoryExists(folder),
  }
  return { name, service: ts.createLanguageService(host, registry) }
}

const head = `import { Text } from 'fukidashi'
import { defineCatalog } from 'fukidashi/catalog'
interface Item { name: string; tag: 'new' | 'old' }
interface Props { item: Item; shop: string; note?: string }
const catalog = defineCatalog({ locales: ['ja', 'th', 'zh-TW'] })
const ItemCard = ({ item }: Props) => <Text>{item.name}</Text>
const card = catalog.component(ItemCard, { title: 'Card', props: { shop: 's' } })
`

/** What is offered at `|`. */
function offered(code: string): string[] {
  const { name, service } = serviceFor(head + code.replace('|', ''))
  const completions = service.getCompletionsAtPosition(name, head.length + code.indexOf('|'), {})
  return (completions?.entries ?? []).map((entry) => entry.name)
}

describe('an editor offers', () => {
  it.each([
    [
      'the props of a story',
      'export const A = card.story({ props: { | } })',
      ['item', 'shop', 'note'],
    ],
    ['nested samples', 'export const A = card.story({ props: { item: { | } } })', ['name', 'tag']],
    [
      'literals of samples',
      "export const A = card.story({ props: { item: { name: 'a', tag: '|' } } })",
      ['new', 'old'],
    ],
    [
      'locales',
      "export const A = card.story({ props: { item: { name: 'a', tag: 'new' } }, locales: ['|'] })",
      ['ja', 'th', 'zh-TW'],
    ],
    [
      'shared samples',
      'export const A = catalog.component(ItemCard, { props: { | } })',
      ['item', 'shop', 'note'],
    ],
    [
      'options',
      'export const A = catalog.component(ItemCard, { | })',
      ['title', 'props', 'endpoint'],
    ],
  ])('%s', (_, code, names) => {
    expect(offered(code)).toEqual(expect.arrayContaining(names))
  })
})

it('declares stories without naming the props of a component, which may be private', () => {
  const text = `${head}
export const Normal = card.story({ props: { item: { name: 'a', tag: 'new' } } })
export const words = catalog.locales`
  const { name, service } = serviceFor(text, { declaration: true, noEmit: false })
  const { outputFiles } = service.getEmitOutput(name, true, true)
  expect(service.getProgram()!.getDeclarationDiagnostics()).toEqual([])
  expect(outputFiles[0]!.text).toMatch(/Normal: .*Story<"ja" \| "th" \| "zh-TW">/)
  expect(outputFiles[0]!.text).not.toContain('Item')
})
