/** What an editor offers while a story is written, and whether stories can be exported from a library. */
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
  config: object
}
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')

/** The language service for files that exist only here. */
function serviceFor(texts: ReadonlyMap<string, string>, extra: ts.CompilerOptions = {}) {
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ ...options, ...extra }),
    getScriptFileNames: () => [...texts.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const text = texts.get(file) ?? ts.sys.readFile(file)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => resolve('.'),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => texts.has(file) || ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
    directoryExists: (folder) => ts.sys.directoryExists(folder),
  }
  return ts.createLanguageService(host)
}

const fileOf = (name: string): string => resolve(`test/catalog/${name.replaceAll(' ', '-')}.tsx`)

const head = `import { Text } from 'fukidashi'
import { defineCatalog } from 'fukidashi/catalog'
interface Item { name: string; tag: 'new' | 'old' }
interface Props { item: Item; shop: string; note?: string }
const catalog = defineCatalog({ locales: ['ja', 'th', 'zh-TW'] })
const ItemCard = ({ item }: Props) => <Text>{item.name}</Text>
const card = catalog.component(ItemCard, { title: 'Card', props: { shop: 's' } })
`

/** Each piece of code has a `|` at the place of the cursor. */
const cases: readonly [name: string, code: string, offered: string[]][] = [
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
]

describe('an editor offers', () => {
  // One service, so that the types of the sources are read once.
  const service = serviceFor(
    new Map(cases.map(([name, code]) => [fileOf(name), head + code.replace('|', '')])),
  )

  it.each(cases)('%s', (name, code, offered) => {
    const at = head.length + code.indexOf('|')
    const completions = service.getCompletionsAtPosition(fileOf(name), at, {})
    const names = completions?.entries.map((entry) => entry.name)
    expect(names).toEqual(expect.arrayContaining(offered))
  })
})

it('declares stories without naming the props of a component, which may be private', () => {
  const text = `${head}
export const Normal = card.story({ props: { item: { name: 'a', tag: 'new' } } })
export const words = catalog.locales`
  const file = fileOf('declared')
  const service = serviceFor(new Map([[file, text]]), { declaration: true, noEmit: false })
  const { outputFiles } = service.getEmitOutput(file, true, true)
  const program = service.getProgram()!
  expect(program.getDeclarationDiagnostics(program.getSourceFile(file))).toEqual([])
  expect(outputFiles[0]!.text).toMatch(/Normal: .*Story<"ja" \| "th" \| "zh-TW">/)
  expect(outputFiles[0]!.text).not.toContain('Item')
})
