/** Runs the source of a module that was made of JSON, as a user's compiler would compile it. */
import { transformSync } from 'esbuild'
import * as main from 'fukidashi'
import * as builders from 'fukidashi/builders'
import * as runtime from 'fukidashi/jsx-runtime'

const modules: Readonly<Record<string, unknown>> = {
  fukidashi: main,
  'fukidashi/builders': builders,
  'fukidashi/jsx-runtime': runtime,
}

/** The exports of a module in TypeScript with JSX. */
export function runSource(source: string): Record<string, unknown> {
  const { code } = transformSync(source, {
    loader: 'tsx',
    format: 'cjs',
    jsx: 'automatic',
    jsxImportSource: 'fukidashi',
    target: 'es2022',
  })
  const module: { exports: Record<string, unknown> } = { exports: {} }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code under test is source text
  const run = new Function('require', 'module', 'exports', code) as (...values: unknown[]) => void
  run((name: string) => modules[name], module, module.exports)
  return module.exports
}
