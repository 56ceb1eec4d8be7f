/** Bundles the program of the process that draws untrusted images into a string, so that it needs no file that a bundler could lose. */
import { build } from 'esbuild'

export async function outsideModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/preview/png/outside/program.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['fukidashi-source'],
    minify: true,
    // It is an argument of a command.
    charset: 'ascii',
    legalComments: 'none',
  })
  return [
    '/** Made by `npm run generate`. */',
    `export const program: string = ${JSON.stringify(outputFiles[0]!.text)}`,
    '',
  ].join('\n')
}
