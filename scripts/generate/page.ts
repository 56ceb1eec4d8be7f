/** The page of the emulator as a module: its script, its style sheet, and the words of each language that is loaded when needed. */
import { build } from 'esbuild'
import type { Dictionary } from '../../src/page/i18n/dictionary.ts'
import { ja } from '../../src/page/i18n/words/ja.ts'
import { th } from '../../src/page/i18n/words/th.ts'
import { zhTw } from '../../src/page/i18n/words/zh-tw.ts'
import { deedWords } from './deeds.ts'

/** The languages that are not part of the script, as JSON. */
const languages = (): Record<string, string> => {
  const dictionaries: Record<'ja' | 'th' | 'zh-TW', Dictionary> = {
    ja: { words: ja, deeds: deedWords('ja') },
    th: { words: th, deeds: deedWords('th') },
    'zh-TW': { words: zhTw, deeds: deedWords('zh-TW') },
  }
  return Object.fromEntries(
    Object.entries(dictionaries).map(([tag, dictionary]) => [tag, JSON.stringify(dictionary)]),
  )
}

export async function pageModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/page/main.tsx', 'src/page/page.css'],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    target: ['chrome110', 'firefox115', 'safari16.4'],
    conditions: ['fukidashi-source'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
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
    `export const languages: Readonly<Record<string, string>> = ${JSON.stringify(languages())}`,
    '',
  ].join('\n')
}
