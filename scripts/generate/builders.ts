/** Prop types of the components → the methods that builders have at run time. */
import ts from 'typescript'

/** Properties that take one value, those that are true or false, and those that take several values and collect them. */
type Methods = Record<'one' | 'flags' | 'many', string[]>

const rooms = [
  { file: 'src/components/index.ts', prefix: '' },
  { file: 'src/components/flex/index.ts', prefix: 'Flex' },
]

/** The module that lists, for each component, the properties of its props. */
export function builderModule(tsconfig: string): string {
  const { options } = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, host)!
  const program = ts.createProgram(
    rooms.map(({ file }) => file),
    { ...options, noEmit: true },
  )
  const checker = program.getTypeChecker()
  const lines = rooms.flatMap(({ file, prefix }) => {
    const exports = checker.getExportsOfModule(
      checker.getSymbolAtLocation(program.getSourceFile(file)!)!,
    )
    return exports.flatMap((symbol) => {
      const methods = methodsOf(checker, symbol)
      return methods ? [`export const ${prefix}${symbol.name} = ${JSON.stringify(methods)}`] : []
    })
  })
  return `// Generated from the props of src/components by scripts/generate. Not written by hand.

${lines.join('\n')}
`
}

function methodsOf(checker: ts.TypeChecker, symbol: ts.Symbol): Methods | undefined {
  if (!/^[A-Z]/.test(symbol.name)) return undefined
  const origin = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  if (!(origin.flags & ts.SymbolFlags.Variable)) return undefined
  const props = checker.getTypeOfSymbol(origin).getCallSignatures()[0]?.parameters[0]
  if (!props) return undefined
  const methods: Methods = { one: [], flags: [], many: [] }
  for (const property of checker.getPropertiesOfType(checker.getTypeOfSymbol(props)))
    methods[takes(checker, property)].push(property.name)
  return methods
}

function takes(checker: ts.TypeChecker, property: ts.Symbol): keyof Methods {
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
