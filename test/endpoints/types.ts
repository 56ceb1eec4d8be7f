/** Reads interfaces with the compiler, so that a test can hold them against facts. */
import ts from 'typescript'

export interface Property {
  required: boolean
  nullable: boolean
  /** Literals that the property, or each of its entries, may be. */
  words: string[]
}

export type Shape = Record<string, Property>

const root = new URL('../../', import.meta.url).pathname
const files = ['src/spec/index.ts', 'src/spec/api/index.ts', 'src/endpoints/index.ts']

/** Exported types of the spec and of the operations, by name. */
export function readTypes() {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: ['node'],
    skipLibCheck: true,
  }
  const program = ts.createProgram(
    files.map((name) => root + name),
    options,
  )
  const checker = program.getTypeChecker()
  const types = new Map<string, ts.Type>()
  for (const name of files) {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(root + name)!)!
    for (const exported of checker.getExportsOfModule(symbol)) {
      const target =
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (target.flags & ts.SymbolFlags.Type)
        types.set(exported.name, checker.getDeclaredTypeOfSymbol(target))
    }
  }
  return {
    has: (name: string) => types.has(name),
    /** Properties of an interface, or of all members of a union together. */
    shape: (name: string): Shape => shapeOf(types.get(name)!, checker),
    /** Literals of an alias. */
    words: (name: string): string[] => wordsOf(types.get(name)!, checker),
  }
}

const isNothing = (type: ts.Type) =>
  (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0

function wordsOf(type: ts.Type, checker: ts.TypeChecker): string[] {
  const parts = type.isUnion() ? type.types.filter((part) => !isNothing(part)) : [type]
  if (parts.length === 1 && checker.isArrayType(parts[0]!))
    return wordsOf(checker.getTypeArguments(parts[0] as ts.TypeReference)[0]!, checker)
  return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => part.value) : []
}

function shapeOf(type: ts.Type, checker: ts.TypeChecker): Shape {
  const members = type.isUnion() ? type.types : [type]
  const shape: Shape = {}
  for (const member of members)
    for (const property of member.getProperties()) {
      const own = checker.getTypeOfSymbol(property)
      const before = shape[property.name]
      shape[property.name] = {
        required:
          (property.flags & ts.SymbolFlags.Optional) === 0 &&
          members.every((other) => other.getProperty(property.name)),
        nullable: own.isUnion() && own.types.some((part) => part.flags & ts.TypeFlags.Null),
        words: [...new Set([...(before?.words ?? []), ...wordsOf(own, checker)])],
      }
    }
  return shape
}
