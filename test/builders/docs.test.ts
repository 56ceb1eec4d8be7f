/** What an editor shows on each factory: docs in the words of builders, an example, LINE's page, and a named builder. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { everyFactory } from './every-factory.js'

const front = 'src/builders/index.ts'
const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)) as {
  config: object
}
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
const program = ts.createProgram([front], options)
const checker = program.getTypeChecker()

const exportsOf = (symbol: ts.Symbol) =>
  checker
    .getExportsOfModule(symbol)
    .map((each) => (each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each))
const own = exportsOf(checker.getSymbolAtLocation(program.getSourceFile(front)!)!)
const flex = exportsOf(own.find(({ name }) => name.endsWith('/generated/flex"'))!)
const symbols = new Map<string, ts.Symbol>([
  ...own.map((symbol) => [symbol.name, symbol] as const),
  ...flex.map((symbol) => [`flex.${symbol.name}`, symbol] as const),
])
const words = ['flex.horizontal', 'flex.vertical', 'flex.baseline']

describe.each([...everyFactory.map(({ name }) => name), ...words])('%s', (name) => {
  const symbol = symbols.get(name)!
  const tags = symbol.getJsDocTags(checker)
  const textOf = (tag: string) =>
    ts.displayPartsToString(tags.find((one) => one.name === tag)?.text)

  it('describes its result with the names of builders', () => {
    const docs = ts.displayPartsToString(symbol.getDocumentationComment(checker))
    expect(docs).toMatch(/^[A-Z0-9].+\.$/s)
    expect(docs).not.toMatch(/<[A-Z]/)
  })

  it('has an example that calls it, and a link to the LINE documentation', () => {
    expect(textOf('example')).toContain(`${name}(`)
    expect(textOf('see')).toContain('//developers.line.biz/en/')
  })

  it('returns a builder with a name and docs', () => {
    const signature = checker.getTypeOfSymbol(symbol).getCallSignatures()[0]!
    const builder = signature.getReturnType().symbol
    expect(builder.name).toMatch(/^[A-Z]\w+Builder$/)
    expect(ts.displayPartsToString(builder.getDocumentationComment(checker))).toMatch(/^Builder of/)
  })
})

it('names each argument after the property that it sets', () => {
  const { parameters } = checker.getTypeOfSymbol(symbols.get('location')!).getCallSignatures()[0]!
  expect(parameters.map(({ name }) => name)).toEqual(['title', 'address', 'latitude', 'longitude'])
})
