/** The pages of the emulator and of the catalog as modules: script, style sheet, and the words of each language that is loaded when needed. */
import { build } from 'esbuild'
import { ja as catalogJa } from '../../src/catalog-page/words/ja.ts'
import { th as catalogTh } from '../../src/catalog-page/words/th.ts'
import type { CatalogDictionary } from '../../src/catalog-page/words/dictionary.ts'
import { zhTw as catalogZhTw } from '../../src/catalog-page/words/zh-tw.ts'
import type { Dictionary } from '../../src/page/i18n/dictionary.ts'
import { ja } from '../../src/page/i18n/words/ja.ts'
import { th } from '../../src/page/i18n/words/th.ts'
import { zhTw } from '../../src/page/i18n/words/zh-tw.ts'
import { deedWords } from './deeds.ts'

type Tag = 'ja' | 'th' | 'zh-TW'

const emulatorWords: Record<Tag, Dictionary> = {
  ja: { words: ja, deeds: deedWords('ja') },
  th: { words: th, deeds: deedWords('th') },
  'zh-TW': { words: zhTw, deeds: deedWords('zh-TW') },
}

const catalogWords: Record<Tag, CatalogDictionary> = {
  ja: { words: ja, deeds: {}, catalog: catalogJa },
  th: { words: th, deeds: {}, catalog: catalogTh },
  'zh-TW': { words: zhTw, deeds: {}, catalog: catalogZhTw },
}

export const pageModule = (): Promise<string> => moduleOf('src/page', emulatorWords)

export const catalogPageModule = (): Promise<string> => moduleOf('src/catalog-page', catalogWords)

/** @param dictionaries - the languages that are not part of the script */
async function moduleOf(folder: string, dictionaries: Record<Tag, Dictionary>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${folder}/main.tsx`, `${folder}/page.css`],
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
  const languages = Object.fromEntries(
    Object.entries(dictionaries).map(([tag, dictionary]) => [tag, JSON.stringify(dictionary)]),
  )
  return [
    '/** Made by `npm run generate`. */',
    `export const script = ${JSON.stringify(textOf('.js'))}`,
    `export const styles = ${JSON.stringify(textOf('.css'))}`,
    `export const languages: Readonly<Record<string, string>> = ${JSON.stringify(languages)}`,
    '',
  ].join('\n')
}
