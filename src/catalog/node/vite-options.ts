/** Options with which Vite loads TypeScript and JSX of a project: bots and stories alike. */
import type { InlineConfig } from 'vite'
import { tsconfigPaths } from './tsconfig-paths.js'

/** Export conditions of this program also apply to what it loads. */
const ownConditions = (): string[] =>
  Array.from(
    process.execArgv.join(' ').matchAll(/(?:-C|--conditions)[ =](\S+)/g),
    ([, name]) => name!,
  )

/**
 * Options for any version of Vite from 6 on. JSX is compiled with source places, whatever the project's tsconfig.json says.
 *
 * @param version - Vite's own, such as `8.3.8`
 */
export function viteOptions(version: string): InlineConfig {
  const conditions = ownConditions()
  const jsx = { runtime: 'automatic', importSource: 'fukidashi', development: true } as const
  // The option's names before and after Vite changed its compiler.
  const compiler: InlineConfig =
    majorOf(version) >= 8
      ? { oxc: { jsx }, resolve: { tsconfigPaths: true } }
      : {
          ['esbuild' as string]: { jsx: 'automatic', jsxImportSource: 'fukidashi', jsxDev: true },
          plugins: [tsconfigPaths()],
        }
  return {
    configFile: false,
    logLevel: 'silent',
    ...compiler,
    // Also where a workspace has a link to it: the copy that this program uses is not compiled again.
    ssr: { external: ['fukidashi'], resolve: { conditions, externalConditions: conditions } },
  }
}

/** `8` of `8.3.8`. */
export const majorOf = (version: string): number => Number.parseInt(version, 10)
