/** Bundles programs of other processes and threads into strings, so that they need no file that a bundler could lose. */
import { build } from 'esbuild'

/** The process that draws untrusted images. */
export const outsideModule = (): Promise<string> =>
  programModule('src/preview/png/outside/program.ts', 'esm')

/** The thread that watches the one of a command. */
export const watchdogModule = (): Promise<string> =>
  programModule('src/cli/watchdog/thread.ts', 'cjs')

async function programModule(entryPoint: string, format: 'esm' | 'cjs'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format,
    platform: 'node',
    target: 'node20',
    conditions: ['fukidashi-source'],
    minify: true,
    // It may be an argument of a command.
    charset: 'ascii',
    legalComments: 'none',
  })
  return [
    '/** Made by `npm run generate`. */',
    `export const program: string = ${JSON.stringify(outputFiles[0]!.text)}`,
    '',
  ].join('\n')
}
