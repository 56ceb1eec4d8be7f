/** Reads docs, tags and props of each row from the sources of the components. */
import ts from 'typescript'
import type { Row } from '../../src/components/row.ts'
import type { Definitions } from './schema.ts'
import { definitionsOf, members, rows } from './table.ts'

/** How a method of a builder takes its values: one, true or false, or several that it collects. */
export type Takes = 'one' | 'flags' | 'many'

export interface Prop {
  name: string
  docs: string
  takes: Takes
}

export interface ComponentSource {
  /** As in JSX: `Flex.Text`. */
  name: string
  docs: string
  /** Tags of its docs, without `@example`. */
  tags: { name: string; text: string }[]
  props: Prop[]
  /** True if the props are one of several shapes. */
  isUnion: boolean
}

const fronts = { '': 'src/components/index.ts', 'Flex.': 'src/components/flex/index.ts' }

/** The components in the order of the table. Throws if rows and exports differ, and names what is missing. */
export function readComponentSources(tsconfig: string, all: Definitions): ComponentSource[] {
  const { options } = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, host)!
  const program = ts.createProgram(Object.values(fronts), { ...options, noEmit: true })
  const checker = program.getTypeChecker()
  const exported = new Map<string, ts.Symbol>()
  const types = new Set<string>()
  for (const [prefix, file] of Object.entries(fronts)) {
    const front = checker.getSymbolAtLocation(program.getSourceFile(file)!)!
    for (const symbol of checker.getExportsOfModule(front)) {
      const origin = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      if (origin.flags & ts.SymbolFlags.Variable) exported.set(prefix + symbol.name, origin)
      else types.add(prefix + symbol.name)
    }
  }
  const problems = [
    ...Object.keys(rows).flatMap((name) => [
      ...(exported.has(name) ? [] : [missing(name, name)]),
      ...(types.has(`${name}Props`) ? [] : [missing(name, `${name}Props`)]),
    ]),
    ...[...exported.keys()]
      .filter((name) => /^(Flex\.)?[A-Z]/.test(name) && !(name in rows))
      .map((name) => `<${name}> has no row in src/components/table.ts: add one`),
  ]
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return Object.entries(rows).map(([name, row]) => {
    const source = sourceOf(name, exported.get(name)!, checker)
    return { ...source, props: inOrder(source.props, row, all) }
  })
}

/** Props in the order of the spec, then all others. TypeScript's order depends on what else it has seen. */
function inOrder(props: readonly Prop[], row: Row, all: Definitions): Prop[] {
  const order = [...definitionsOf(row), ...(row.around ? [row.around.spec] : [])]
    .flatMap((definition) => members(definition, all))
    .flatMap((definition) => Object.keys(all[definition]!.properties ?? {}))
  const place = ({ name }: Prop) => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...props].sort((a, b) => place(a) - place(b))
}

function missing(row: string, name: string): string {
  const flex = name.startsWith('Flex.')
  return `<${row}> has a row in src/components/table.ts, but ${flex ? fronts['Flex.'] : fronts['']} does not export ${name.replace('Flex.', '')}: write and export it`
}

function sourceOf(name: string, symbol: ts.Symbol, checker: ts.TypeChecker): ComponentSource {
  const parameter = checker.getTypeOfSymbol(symbol).getCallSignatures()[0]?.parameters[0]
  if (!parameter) throw new Error(`<${name}> is not a component`)
  const type = checker.getTypeOfSymbol(parameter)
  return {
    name,
    docs: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    tags: symbol
      .getJsDocTags(checker)
      .filter((tag) => tag.name !== 'example')
      // The parser takes the `https:` of a link for a name.
      .map((tag) => ({
        name: tag.name,
        text: ts.displayPartsToString(tag.text).replace(/^\* /, ''),
      })),
    props: checker.getPropertiesOfType(type).map((property) => ({
      name: property.name,
      docs: docsOf(property, type, checker),
      takes: takes(checker, property),
    })),
    isUnion: type.isUnion(),
  }
}

/** The docs of a property; of a union, those of the first member that has any. */
function docsOf(property: ts.Symbol, type: ts.Type, checker: ts.TypeChecker): string {
  const owners = type.isUnion() ? type.types : [type]
  return owners
    .map((owner) => checker.getPropertyOfType(owner, property.name))
    .map((one) => ts.displayPartsToString(one?.getDocumentationComment(checker)))
    .find((docs) => docs !== '')!
}

function takes(checker: ts.TypeChecker, property: ts.Symbol): Takes {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(property))
  if (property.name === 'children' || checker.isArrayLikeType(type)) return 'many'
  return type.flags & ts.TypeFlags.BooleanLike ? 'flags' : 'one'
}

const host: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic({ messageText }) {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
  },
}
