/** Parses story files without running them. */
import { CatalogError } from '../errors.js'

/** A node of a syntax tree. */
export interface SyntaxNode {
  readonly type: string
  readonly [key: string]: unknown
}

/** A syntax error. */
export class ParseError extends Error {
  override readonly name = 'SyntaxError'
  /** As Vite reports places: lines from 1, columns from 0. */
  readonly loc: { file: string; line: number; column: number } | undefined

  constructor(message: string, loc: ParseError['loc']) {
    super(message)
    this.loc = loc
  }
}

/** Parses TypeScript with JSX, and returns the statements of the module. @throws {ParseError} */
export type Parse = (file: string, source: string) => Promise<readonly SyntaxNode[]>

/** What is used of Vite's parsers, since version 8 and before. */
type Parsers =
  | { parseSync: (file: string, source: string) => OxcResult }
  | {
      transformWithEsbuild: (
        source: string,
        file: string,
        options: object,
      ) => Promise<{ code: string }>
      parseAst: (code: string) => { body: unknown }
    }

interface OxcResult {
  program: { body: unknown }
  errors: { message: string; labels: { start: number }[] }[]
}

/**
 * The parser of the project's Vite: Oxc since version 8, before that esbuild and Rollup.
 * @throws {CatalogError} `peer_missing`
 */
export async function createParser(): Promise<Parse> {
  const vite = (await importVite()) as unknown as Parsers
  if ('parseSync' in vite) {
    const { parseSync } = vite
    // An asynchronous function, so that errors reject.
    return async (file, source) =>
      statementsOf(await Promise.resolve(parseSync(file, source)), file, source)
  }
  const { transformWithEsbuild, parseAst } = vite
  return async (file, source) => {
    try {
      const { code } = await transformWithEsbuild(source, file, { sourcemap: false })
      return parseAst(code).body as readonly SyntaxNode[]
    } catch (error) {
      throw esbuildError(error, file)
    }
  }
}

/** @throws {CatalogError} `peer_missing` */
export const importVite = (): Promise<typeof import('vite')> =>
  import('vite').catch((cause: unknown) => {
    throw new CatalogError(
      'peer_missing',
      'Stories are loaded by Vite, which is not installed: npm install -D vite',
      { cause },
    )
  })

function statementsOf(
  { program, errors }: OxcResult,
  file: string,
  source: string,
): readonly SyntaxNode[] {
  const [first] = errors
  if (!first) return program.body as readonly SyntaxNode[]
  const before = source.slice(0, first.labels[0]?.start ?? 0).split('\n')
  throw new ParseError(first.message, {
    file,
    line: before.length,
    column: before.at(-1)!.length,
  })
}

function esbuildError(error: unknown, file: string): ParseError {
  const [first] = (error as { errors?: { text: string; location?: EsbuildPlace }[] }).errors ?? []
  return first
    ? new ParseError(first.text, first.location && { ...first.location, file })
    : new ParseError((error as Error).message, undefined)
}

interface EsbuildPlace {
  line: number
  column: number
}
