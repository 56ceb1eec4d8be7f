/** The page of the emulator as a module: one script and one style sheet, so that wherever it is served from nobody has to find files. */
import { build } from 'esbuild'

export async function pageModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/page/main.ts', 'src/page/page.css'],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    target: ['chrome110', 'firefox115', 'safari16.4'],
    conditions: ['fukidashi-source'],
    minify: true,
    // Other letters would depend on how the file is served.
    charset: 'ascii',
    legalComments: 'none',
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))!.text
  return [
    '/** Made by `npm run generate`. */',
    `export const script = ${JSON.stringify(textOf('.js'))}`,
    `export const styles = ${JSON.stringify(textOf('.css'))}`,
    '',
  ].join('\n')
}
