/**
 * Code of a user who writes declarations (`declaration: true`) and lets TypeScript infer every type: whatever can be inferred from an
 * export of fukidashi is exported by such code. The list of exports is read from the package.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Specifiers of all entry points with types: `fukidashi`, `fukidashi/flex` … */
export function entryPoints(folder: string): { specifier: string; types: string }[] {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { types?: string }>
  }
  return Object.entries(exports).flatMap(([path, target]) =>
    typeof target === 'object' && target.types !== undefined
      ? [{ specifier: `fukidashi${path.slice(1)}`, types: join(folder, target.types) }]
      : [],
  )
}

const head = (specifier: string) => `import * as E from '${specifier}'
declare function resultOf<R>(of: (...values: never[]) => R): R
declare function valuesOf<A extends readonly unknown[]>(of: (...values: A) => unknown): A
declare function instanceOf<I>(of: abstract new (...values: never[]) => I): I
declare function membersOf<T>(of: T): T extends unknown ? [T] : never
`

/**
 * A module that exports what can be inferred from one entry point: each value, what it returns and takes, each property and method of
 * each type, and each member of a union.
 *
 * @param folder - the installed package
 */
export function modulesOfExports(folder: string): Map<string, string> {
  const entries = entryPoints(folder)
  const missing = entries.filter(({ types }) => !existsSync(types))
  if (missing.length > 0) throw new Error(`not built: ${missing.map(({ types }) => types).join()}`)
  const program = ts.createProgram(
    entries.map(({ types }) => types),
    { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, types: [] },
  )
  const checker = program.getTypeChecker()
  return new Map(
    entries.map(({ specifier, types }) => {
      const lines: string[] = []
      const module = checker.getSymbolAtLocation(program.getSourceFile(types)!)!
      addExports(module, 'E', lines, checker)
      const numbered = lines.map((line, i) => `export const x${String(i)} = ${line}`)
      return [specifier, `${head(specifier)}${numbered.join('\n')}\n`]
    }),
  )
}

function addExports(module: ts.Symbol, path: string, lines: string[], checker: ts.TypeChecker) {
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    const name = `${path}.${exported.name}`
    const isType = isTypeOnly(exported)
    if (symbol.flags & ts.SymbolFlags.Value && !isType && !isModule(symbol))
      addValue(name, symbol, lines, checker)
    // In `spec` and `api` are types of `fukidashi/spec`, whose parts are tried there.
    if (symbol.flags & ts.SymbolFlags.Type && /\.(spec|api)\./.test(name))
      lines.push(`(of: ${appliedTo(name, symbol)}) => of`)
    else if (symbol.flags & ts.SymbolFlags.Type) addType(name, symbol, lines, checker)
    if (isModule(symbol)) {
      if (!isType && symbol.flags & ts.SymbolFlags.Value) lines.push(name)
      addExports(symbol, name, lines, checker)
    }
  }
}

const isModule = (symbol: ts.Symbol) =>
  (symbol.flags & (ts.SymbolFlags.ValueModule | ts.SymbolFlags.NamespaceModule)) !== 0

/** True for `export type { … }`, whose values cannot be used. */
const isTypeOnly = (exported: ts.Symbol) =>
  exported.declarations?.some(
    (declaration) =>
      ts.isTypeOnlyExportDeclaration(declaration) ||
      (ts.isNamespaceExport(declaration) && declaration.parent.isTypeOnly),
  ) ?? false

function addValue(name: string, symbol: ts.Symbol, lines: string[], checker: ts.TypeChecker) {
  const type = checker.getTypeOfSymbol(symbol)
  lines.push(name, `{ it: ${name}, all: [${name}] }`)
  if (type.getCallSignatures().length > 0) lines.push(`resultOf(${name})`, `valuesOf(${name})`)
  if (type.getConstructSignatures().length > 0) lines.push(`instanceOf(${name})`)
  if (symbol.flags & ts.SymbolFlags.Class) lines.push(`${name}.prototype`)
  for (const property of type.getProperties())
    if (isNamed(property)) lines.push(`${name}.${property.name}`)
}

function addType(name: string, symbol: ts.Symbol, lines: string[], checker: ts.TypeChecker) {
  const type = checker.getDeclaredTypeOfSymbol(symbol)
  const from = `(of: ${appliedTo(name, symbol)}) =>`
  lines.push(`${from} of`, `${from} [of]`, `${from} membersOf(of)`)
  for (const property of type.getProperties()) {
    if (!isNamed(property)) continue
    lines.push(`${from} of.${property.name}`)
    const own = checker.getTypeOfSymbol(property)
    // Of several functions, TypeScript infers nothing; they are members of one property.
    if (own.isUnion()) lines.push(`${from} membersOf(of.${property.name})`)
    else if (own.getCallSignatures().length > 0)
      lines.push(`${from} resultOf(of.${property.name})`, `${from} valuesOf(of.${property.name})`)
  }
}

/** A type with `any` for each of its parameters. */
function appliedTo(name: string, symbol: ts.Symbol): string {
  const count = parametersOf(symbol)
  return count === 0 ? name : `${name}<${Array.from({ length: count }, () => 'any').join()}>`
}

const parametersOf = (symbol: ts.Symbol): number =>
  Math.max(
    0,
    ...(symbol.declarations ?? []).map((declaration) =>
      ts.isInterfaceDeclaration(declaration) ||
      ts.isClassDeclaration(declaration) ||
      ts.isTypeAliasDeclaration(declaration)
        ? (declaration.typeParameters?.length ?? 0)
        : 0,
    ),
  )

/** Properties with a name that can be written after a dot, without those of `Array` and the like. */
const isNamed = (property: ts.Symbol): boolean =>
  /^[A-Za-z]\w*$/.test(property.name) &&
  (property.declarations ?? []).every(
    (declaration) =>
      !/[\\/]typescript[\\/]lib[\\/]|[\\/]@types[\\/]/.test(declaration.getSourceFile().fileName) &&
      (ts.getCombinedModifierFlags(declaration) &
        (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) ===
        0,
  )
