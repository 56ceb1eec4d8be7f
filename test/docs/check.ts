/** Type-checks blocks in one program, each as a module of its own. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import type { Block } from './blocks.ts'
import { augments, groupsOf } from './groups.ts'

const root = process.cwd()

/** Where blocks are for the compiler: inside the package, so that they can import it by its name. */
const folderOf = (block: Block) => path.posix.join(root, 'test/docs/blocks', block.from)
const pathOf = (block: Block) =>
  path.posix.join(folderOf(block), block.name ?? `line-${String(block.line)}.tsx`)

/** Data and functions that README and the docstrings' examples take for granted. */
const prelude = readFileSync('test/docs/prelude.d.ts', 'utf8')

/** A translator in the context, which is what most people put there. */
const context = `import 'fukidashi'
declare module 'fukidashi' { interface Context { t: (key: string, ...values: unknown[]) => string } }`

/** What is wrong with blocks: `docs/flex.md:12 …`, one line an error. */
export function errorsIn(blocks: readonly Block[]): string[] {
  const [together = [], ...others] = groupsOf(blocks, runsInPage)
  const groups = [
    together.filter(takesForGranted),
    together.filter((block) => !takesForGranted(block)),
    ...others,
  ]
  return groups.filter(({ length }) => length > 0).flatMap((group) => check(group))
}

const runsInPage = ({ code }: Block) => code.includes('document.')

/** Blocks of all other pages are to be copied as they are. */
const takesForGranted = ({ from, snippet }: Block) => snippet || from === 'README.md'

const cache = new Map<string, ts.SourceFile | undefined>()

function check(blocks: readonly Block[]): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config,
    ts.sys,
    root,
  )
  Object.assign(options, {
    moduleDetection: ts.ModuleDetectionKind.Force,
    ...(blocks.some(runsInPage) && { lib: [...(options.lib ?? []), 'lib.dom.d.ts'] }),
    // An example shows how a thing is made, not what becomes of it, and is written for `strict`, not for more.
    noUnusedLocals: false,
    noUnusedParameters: false,
    noUncheckedIndexedAccess: false,
    exactOptionalPropertyTypes: false,
  } satisfies ts.CompilerOptions)

  const preludeFile = path.posix.join(root, 'test/docs/blocks/prelude.d.ts')
  const contextFile = path.posix.join(root, 'test/docs/blocks/context.d.ts')
  const files = new Map([
    [preludeFile, blocks.some(takesForGranted) ? prelude : 'export {}'],
    [contextFile, blocks.some(augments) ? 'export {}' : context],
  ])
  const lines = new Map<string, number>()
  const names = (namesOfPackage ??= namesToImport(options))
  for (const block of blocks) {
    const imports = block.snippet ? importsFor(block, names) : ''
    files.set(pathOf(block), `${imports}${statements(block)}\nexport {}\n`)
    lines.set(pathOf(block), block.line)
  }

  const disk = ts.createCompilerHost(options)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => files.has(file) || disk.fileExists(file),
    readFile: (file) => files.get(file) ?? disk.readFile(file),
    directoryExists: (folder) =>
      [...files.keys()].some((file) => file.startsWith(`${folder}/`)) ||
      ts.sys.directoryExists(folder),
    getSourceFile(file, settings, ...rest) {
      const text = files.get(file)
      if (text !== undefined) {
        const source = ts.createSourceFile(file, text, settings, true)
        // ESM, with top-level `await`.
        source.impliedNodeFormat = ts.ModuleKind.ESNext
        return source
      }
      if (!cache.has(file)) cache.set(file, disk.getSourceFile(file, settings, ...rest))
      return cache.get(file)
    },
  }

  const program = ts.createProgram([...files.keys()], options, host)
  return blocks.flatMap((block) => {
    const source = program.getSourceFile(pathOf(block))!
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter(({ code }) => !(block.snippet && code === returnOutsideFunction))
      .map(({ start = 0, messageText }) => {
        const line = source.getLineAndCharacterOfPosition(start).line + lines.get(pathOf(block))!
        return `${block.from}:${String(line)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
      })
  })
}

/** A snippet may be the inside of a handler. */
const returnOutsideFunction = 1108

/** In a snippet, JSX at the start of a line is a statement, also after a line without semicolon. */
const statements = ({ code, snippet }: Block) =>
  snippet ? code.replace(/^<(?=[A-Za-z>])/gm, ';<') : code

let namesOfPackage: Map<string, Exports> | undefined

/** The entry points of the package that exist, and what they export. */
function namesToImport(options: ts.CompilerOptions): Map<string, Exports> {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, string | { 'fukidashi-source'?: string }>
  }
  const entries = Object.entries(exports).flatMap(([entry, conditions]) => {
    const file = typeof conditions === 'object' ? conditions['fukidashi-source'] : undefined
    return file !== undefined && !entry.includes('runtime') && existsSync(file)
      ? [[path.posix.join('fukidashi', entry), path.posix.join(root, file)] as const]
      : []
  })
  const program = ts.createProgram(
    entries.map(([, file]) => file),
    options,
  )
  return new Map(entries.map(([entry, file]) => [entry, exportsOf(program, file)]))
}

/** What a module exports, and how an import of it is written: types with `type`. */
type Exports = ReadonlyMap<string, string>

function exportsOf(program: ts.Program, file: string): Exports {
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)
  return new Map(
    module &&
      checker.getExportsOfModule(module).map((symbol) => {
        const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0
        const { flags } = isAlias ? checker.getAliasedSymbol(symbol) : symbol
        const isValue = (flags & ts.SymbolFlags.Value) !== 0
        return [symbol.name, isValue ? symbol.name : `type ${symbol.name}`]
      }),
  )
}

/**
 * Imports of what an example uses, on one line so that lines stay countable: from its own file and its own entry point
 * before all others.
 */
function importsFor({ code, from }: Block, names: Map<string, Exports>): string {
  const used = identifiersIn(code)
  const own = from.endsWith('.ts') ? path.posix.join(root, from) : undefined
  const room = /^src\/(\w+)\//.exec(from)?.[1] ?? ''
  const entries = [...names].sort(
    ([a], [b]) => Number(b === `fukidashi/${room}`) - Number(a === `fukidashi/${room}`),
  )
  const lists: [string, Exports][] = [...entries]
  if (own !== undefined) {
    const exported = new Map(
      [
        ...readFileSync(own, 'utf8').matchAll(
          /^export (?:async )?(?:function|const|class) (\w+)/gm,
        ),
      ].map(([, name]) => [name!, name!] as const),
    )
    lists.unshift([own, exported])
  }
  let line = ''
  for (const [entry, exported] of lists) {
    const found = [...used].filter((name) => exported.has(name))
    for (const name of found) used.delete(name)
    if (found.length > 0)
      line += `import { ${found.map((name) => exported.get(name)).join(', ')} } from '${entry}'; `
  }
  return line
}

/** Identifiers of a piece of code, without those that it declares or imports itself. */
function identifiersIn(code: string): Set<string> {
  const source = ts.createSourceFile('example.tsx', code, ts.ScriptTarget.Latest, true)
  const used = new Set<string>()
  const declared = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node
      const declares =
        (ts.isVariableDeclaration(parent) ||
          ts.isFunctionDeclaration(parent) ||
          ts.isImportSpecifier(parent) ||
          ts.isParameter(parent) ||
          ts.isInterfaceDeclaration(parent) ||
          ts.isTypeAliasDeclaration(parent) ||
          ts.isBindingElement(parent)) &&
        parent.name === node
      if (declares) declared.add(node.text)
      const member =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isJsxAttribute(parent)
      if (!member) used.add(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const name of declared) used.delete(name)
  return used
}
