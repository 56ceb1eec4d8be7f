/** Adds what JSX needs to a tsconfig.json that exists. Its comments and everything else stay. */
import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser'

interface Config {
  extends?: unknown
  compilerOptions?: { jsx?: string; jsxImportSource?: string; types?: string[] }
}

/** The result of {@link mergeTsconfig}. */
export interface MergedConfig {
  readonly text: string
  readonly changes: readonly string[]
  /** JSX is not fukidashi's in the rest of the project: files with messages say it themselves, in a comment. */
  readonly needsPragma: boolean
  /** JSX is left as it is for another compiler, or is compiled in the old way, which has no runtime to name. */
  readonly needsCompiler: boolean
}

/**
 * @param text - the file
 * @param usesReact - whether the project has components of React, so that its JSX must stay as it is
 * @returns undefined if the file is not JSON with comments
 */
export function mergeTsconfig(text: string, usesReact: boolean): MergedConfig | undefined {
  const errors: ParseError[] = []
  const config = parse(text, errors, { allowTrailingComma: true }) as Config | null | undefined
  if (errors.length > 0 || typeof config !== 'object' || config === null) return undefined
  const { jsx, jsxImportSource, types } = config.compilerOptions ?? {}
  const isOurs = jsxImportSource === 'fukidashi'
  const isFree =
    jsxImportSource === undefined &&
    !usesReact &&
    (jsx === undefined || jsx.startsWith('react-jsx'))
  const settings: [name: string, value: unknown][] = []
  if (jsx === undefined && (config.extends === undefined || isFree))
    settings.push(['jsx', 'react-jsxdev'])
  if (isFree) settings.push(['jsxImportSource', 'fukidashi'])
  if (Array.isArray(types) && !types.includes('node')) settings.push(['types', [...types, 'node']])
  const merged = settings.reduce(
    (before, [name, value]) =>
      applyEdits(
        before,
        modify(before, ['compilerOptions', name], value, {
          formattingOptions: { insertSpaces: true, tabSize: 2 },
        }),
      ),
    text,
  )
  return {
    text: merged,
    changes: settings.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`),
    needsPragma: !isOurs && !isFree,
    needsCompiler: jsx !== undefined && !jsx.startsWith('react-jsx'),
  }
}
