/** Type-checks blocks with the fastest compiler, each as a module of its own. `npm run check:blocks` uses all versions for the pages. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { usePackageWithTypes } from '../support/built-package.ts'
import { tscAll } from '../compilers/tsc.ts'
import type { Block } from './blocks.ts'
import { augments, groupsOf } from './groups.ts'

const { home, installIn } = usePackageWithTypes()

/** Data and functions that README and the docstrings' examples take for granted. */
const prelude = readFileSync('test/docs/prelude.d.ts', 'utf8')

/** A translator in the context, which is what most people put there. */
const context = `import 'fukidashi'
declare module 'fukidashi' { interface Context { t: (key: string, ...values: unknown[]) => string } }`

/** What is wrong with blocks: `docs/flex.md:12 …`, one line an error. */
export async function errorsIn(blocks: readonly Block[]): Promise<string[]> {
  const [together = [], ...others] = groupsOf(blocks, runsInPage)
  const groups = [
    together.filter(takesForGranted),
    together.filter((block) => !takesForGranted(block)),
    ...others,
  ].filter(({ length }) => length > 0)
  const folder = mkdtempSync(path.resolve(import.meta.dirname, '.tmp-'))
  try {
    await installIn(folder)
    const projects = groups.map((group, index) => ({
      path: path.join(folder, String(index)),
      group,
    }))
    const blockOf = new Map(projects.flatMap(({ path, group }) => writeProject(path, group)))
    return readErrors(
      await tscAll(
        '7',
        projects.map(({ path }) => path),
      ),
      blockOf,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const runsInPage = ({ code }: Block) => code.includes('document.')

/** Blocks of all other pages are to be copied as they are. */
const takesForGranted = ({ from, snippet }: Block) => snippet || from === 'README.md'

/** Writes the project of a group, and returns the blocks with the paths of their files. */
function writeProject(folder: string, blocks: readonly Block[]): [file: string, Block][] {
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    return path.relative('.', file)
  }
  write('prelude.d.ts', blocks.some(takesForGranted) ? prelude : 'export {}')
  write('context.d.ts', blocks.some(augments) ? 'export {}' : context)
  write(
    'tsconfig.json',
    JSON.stringify({
      extends: path.resolve('tsconfig.json'),
      compilerOptions: {
        ...(blocks.some(runsInPage) && { lib: ['ES2023', 'DOM'] }),
        customConditions: [],
        moduleDetection: 'force',
        // An example shows how a thing is made, not what becomes of it, and is written for `strict`, not for more.
        noUnusedLocals: false,
        noUnusedParameters: false,
        noUncheckedIndexedAccess: false,
        exactOptionalPropertyTypes: false,
      },
      include: ['.'],
      exclude: [],
    }),
  )
  const names = (namesOfPackage ??= namesToImport())
  return blocks.map((block) => {
    const imports = block.snippet ? importsFor(block, names) : ''
    const name = path.join(block.from, block.name ?? `line-${block.line}.tsx`)
    return [write(name, `${imports}${statements(block)}\nexport {}\n`), block]
  })
}

/** The errors that the compiler printed, with the lines of the pages. */
function readErrors(output: string, blockOf: ReadonlyMap<string, Block>): string[] {
  return output.split(/\n(?! )/).flatMap((error) => {
    const [, file = '', line, code, message = ''] =
      /^(.+)\((\d+),\d+\): error TS(\d+): ([^]*)$/.exec(error) ?? []
    const block = blockOf.get(file)
    if (!block) return error.trim() === '' ? [] : [error]
    if (block.snippet && code === returnOutsideFunction) return []
    const text = message.replaceAll(/\s*\n\s*/g, ' ').trim()
    return [`${block.from}:${Number(line) - 1 + block.line} ${text}`]
  })
}

/** A snippet may be the inside of a handler. */
const returnOutsideFunction = '1108'

/** In a snippet, JSX at the start of a line is a statement, also after a line without semicolon. */
const statements = ({ code, snippet }: Block) =>
  snippet ? code.replace(/^<(?=[A-Za-z>])/gm, ';<') : code

let namesOfPackage: Map<string, Exports> | undefined

/** The entry points of the package, and what they export. */
function namesToImport(): Map<string, Exports> {
  const { exports } = JSON.parse(readFileSync(path.join(home(), 'package.json'), 'utf8')) as {
    exports: Record<string, string | { types?: string }>
  }
  const entries = Object.entries(exports).flatMap(([entry, conditions]) => {
    const types = typeof conditions === 'object' ? conditions.types : undefined
    return types !== undefined && !entry.includes('runtime')
      ? [[path.posix.join('fukidashi', entry), path.posix.join(home(), types)] as const]
      : []
  })
  const program = ts.createProgram(
    entries.map(([, file]) => file),
    { module: ts.ModuleKind.NodeNext, skipLibCheck: true, noLib: true, types: [] },
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
  const own = from.endsWith('.ts') ? from : undefined
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
    // Its declarations, as they are installed.
    const installed = path.posix.join(home(), own.replace(/^src(.*)\.ts$/, 'dist$1.js'))
    lists.unshift([installed, exported])
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
