/** Runs the source of a module that was made of JSON, as a user's compiler would compile it. */
import { build as bundle, transform } from 'esbuild'
import * as main from 'fukidashi'
import * as builders from 'fukidashi/builders'
import * as runtime from 'fukidashi/jsx-runtime'

const modules: Readonly<Record<string, unknown>> = {
  fukidashi: main,
  'fukidashi/builders': builders,
  'fukidashi/jsx-runtime': runtime,
}

const options = {
  format: 'cjs',
  jsx: 'automatic',
  jsxImportSource: 'fukidashi',
  target: 'es2022',
  tsconfigRaw: {},
} as const

/** The exports of a module in TypeScript with JSX. */
export async function runSource(source: string): Promise<Record<string, unknown>> {
  return run((await transform(source, { ...options, loader: 'tsx' })).code)
}

/** The exports of many modules, which are compiled together. */
export async function runSources(sources: readonly string[]): Promise<Record<string, unknown>[]> {
  const { outputFiles } = await bundle({
    ...options,
    stdin: { contents: sources.map((_, i) => `export * as m${i} from 'source:${i}'`).join('\n') },
    bundle: true,
    write: false,
    external: Object.keys(modules),
    plugins: [
      {
        name: 'sources',
        setup(build) {
          build.onResolve({ filter: /^source:/ }, ({ path }) => ({
            path: path.slice('source:'.length),
            namespace: 'source',
          }))
          build.onLoad({ filter: /^/, namespace: 'source' }, ({ path }) => ({
            contents: sources[Number(path)]!,
            loader: 'tsx',
          }))
        },
      },
    ],
  })
  const all = run(outputFiles[0]!.text) as Record<string, Record<string, unknown>>
  return sources.map((_, i) => all[`m${i}`]!)
}

function run(code: string): Record<string, unknown> {
  const module: { exports: Record<string, unknown> } = { exports: {} }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code under test is source text
  const call = new Function('require', 'module', 'exports', code) as (...values: unknown[]) => void
  call((name: string) => modules[name], module, module.exports)
  return module.exports
}
