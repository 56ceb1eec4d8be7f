/** Reads the components from their files: groups, docstrings, props. */
import path from 'node:path'
import ts from 'typescript'

export interface Prop {
  name: string
  /** To TypeScript. `one` if it takes this prop or another. */
  required: boolean | 'one'
  docs: string
  /** The type as TypeScript prints it, for props that are not of the spec. */
  type: string
}

export interface ComponentPage {
  /** As in JSX: `Flex.Text`. */
  name: string
  docs: string
  example: string | undefined
  see: string[]
  deprecated: string | undefined
  /** Definitions of the spec that the props are made of. */
  definitions: string[]
  props: Prop[]
  /** Docs of its children, if it takes any. */
  children: string | undefined
}

export interface Group {
  title: string
  components: ComponentPage[]
}

const front = 'src/components/index.ts'
const flexFront = 'src/components/flex/index.ts'

/** All components, grouped and ordered as in the index files. */
export function readComponents(): Group[] {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)) as {
    config: object
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const program = ts.createProgram([front], options)
  const checker = program.getTypeChecker()

  const groupsOf = (file: string, prefix: string): Group[] => {
    const groups: Group[] = []
    const index = program.getSourceFile(file)!
    for (const statement of index.statements) {
      const title = titleBefore(statement, index)
      if (title !== undefined || groups.length === 0)
        groups.push({ title: title ?? 'Message and containers', components: [] })
      for (const { name, from } of exportsIn(statement)) {
        if (!/^[A-Z]/.test(name)) continue
        const source = program.getSourceFile(path.join(path.dirname(file), from))!
        groups.at(-1)!.components.push(componentOf(source, name, prefix, checker))
      }
    }
    return groups.filter(({ components, title }) => components.length > 0 || title === 'Flex')
  }

  const flex = groupsOf(flexFront, 'Flex.').map((group) => ({
    ...group,
    title: `Flex: ${group.title.replace(/^\w/, (letter) => letter.toLowerCase())}`,
  }))
  return groupsOf(front, '').flatMap((group) => (group.title === 'Flex' ? flex : [group]))
}

/** The comment that opens a group of exports: `// Messages`. */
function titleBefore(statement: ts.Statement, index: ts.SourceFile): string | undefined {
  const comments = ts.getLeadingCommentRanges(index.text, statement.pos) ?? []
  return comments
    .map(({ pos, end }) => /^\/\/ (?!eslint)(.+)$/.exec(index.text.slice(pos, end))?.[1])
    .find((title) => title !== undefined)
}

/** Values that a statement exports by name, and the file they come from. */
function exportsIn(statement: ts.Statement): { name: string; from: string }[] {
  if (!ts.isExportDeclaration(statement) || !statement.exportClause || statement.isTypeOnly)
    return []
  const { exportClause, moduleSpecifier } = statement
  if (!ts.isNamedExports(exportClause) || !moduleSpecifier) return []
  const from = (moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, '.ts')
  return exportClause.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name }) => ({ name: name.text, from }))
}

function componentOf(
  source: ts.SourceFile,
  name: string,
  prefix: string,
  checker: ts.TypeChecker,
): ComponentPage {
  const symbol = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source)!)
    .find((one) => one.name === name)!
  const signature = checker.getTypeOfSymbol(symbol).getCallSignatures()[0]!
  const parameter = signature.parameters[0]!
  const props = checker.getTypeOfSymbol(parameter)
  const tags = symbol.getJsDocTags(checker)
  const tag = (wanted: string) =>
    tags
      .filter((one) => one.name === wanted)
      .map((one) => ts.displayPartsToString(one.text))
      .map((text) => text.trim())
  const found = propertiesOf(props, checker)
  const children = found.find((one) => one.name === 'children')
  return {
    name: `${prefix}${name}`,
    docs: plain(ts.displayPartsToString(symbol.getDocumentationComment(checker))),
    example: tag('example')[0],
    // The parser takes the `https:` of a link for a name.
    see: tag('see').map((text) => text.replace(/^\* /, '')),
    deprecated: tag('deprecated')[0],
    definitions: definitionsIn(source, checker),
    props: found
      .filter((one) => one !== children)
      .map((one) => ({
        name: one.name,
        required: !isOptional(one) && (props.isUnion() ? 'one' : true),
        docs: plain(ts.displayPartsToString(one.getDocumentationComment(checker))),
        type: checker.typeToString(checker.getTypeOfSymbol(one)),
      })),
    children: children && plain(ts.displayPartsToString(children.getDocumentationComment(checker))),
  }
}

const isOptional = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0

/** The properties of a type; of a union, those of all members. */
function propertiesOf(type: ts.Type, checker: ts.TypeChecker): ts.Symbol[] {
  if (!type.isUnion()) return checker.getPropertiesOfType(type)
  const all = new Map<string, ts.Symbol>()
  for (const member of type.types)
    for (const one of checker.getPropertiesOfType(member)) {
      const excluded = (checker.getTypeOfSymbol(one).flags & ts.TypeFlags.Undefined) !== 0
      if (!excluded || !all.has(one.name)) all.set(one.name, one)
    }
  return [...all.values()]
}

/** Names of the spec's interfaces that a file imports, in the order of its props. */
function definitionsIn(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && ts.isTypeNode(node.parent)) add(node)
    else if (ts.isIdentifier(node) && ts.isExpressionWithTypeArguments(node.parent)) add(node)
    ts.forEachChild(node, visit)
  }
  const add = (node: ts.Identifier) => {
    const symbol = checker.getSymbolAtLocation(node)
    if (!symbol || (symbol.flags & ts.SymbolFlags.Alias) === 0) return
    const original = checker.getAliasedSymbol(symbol)
    const file = original.declarations?.[0]?.getSourceFile().fileName ?? ''
    if (file.includes('/src/spec/')) names.push(original.name)
  }
  for (const statement of source.statements)
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      if (statement.name.text.endsWith('Props')) visit(statement)
  return [...new Set(names)]
}

/** A docstring as Markdown on one line. */
const plain = (text: string) =>
  text
    .replace(/\{@link ([^}]+)\}/g, '`$1`')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
