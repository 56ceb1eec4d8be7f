/** The JSON language service of VS Code with the published schemas, for tests of what an editor shows. */
import { readFileSync } from 'node:fs'
import type { JSONDocument, TextDocument } from 'vscode-json-languageservice'
import languageService from 'vscode-json-languageservice'

/** A published schema: `messages` is `fukidashi/schema/messages.json`. */
export type SchemaFile = 'messages' | 'flex' | 'rich-menu' | 'request'

/** The address of a schema, as a file names it in `$schema`. */
export const schemaUri = (file: SchemaFile): string =>
  new URL(`../../src/validation/generated/schema/${file}.json`, import.meta.url).href

export const jsonService = languageService.getLanguageService({
  schemaRequestService: (uri) => Promise.resolve(readFileSync(new URL(uri), 'utf8')),
})
// What docs/editors.md shows for arrays.
jsonService.configure({ schemas: [{ uri: schemaUri('messages'), fileMatch: ['messages/*.json'] }] })

/** A file that is open in the editor. */
export interface OpenFile {
  document: TextDocument
  json: JSONDocument
}

/** Opens a text; `folder` decides which settings apply. */
export function openText(text: string, folder = 'other'): OpenFile {
  const document = languageService.TextDocument.create(
    `file:///project/${folder}/a.json`,
    'json',
    1,
    text,
  )
  return { document, json: jsonService.parseJSONDocument(document) }
}

/** Opens a file with a value in it: objects name their schema, arrays are known by their folder. */
export function openValue(file: SchemaFile, value: unknown): OpenFile {
  const content = Array.isArray(value) ? value : { $schema: schemaUri(file), ...(value as object) }
  return openText(JSON.stringify(content, null, 2), Array.isArray(value) ? 'messages' : 'other')
}

/** The hover at an offset as plain text. */
export async function hoverAt({ document, json }: OpenFile, offset: number): Promise<string> {
  const hover = await jsonService.doHover(document, document.positionAt(offset), json)
  const [contents = ''] = (hover?.contents ?? []) as string[]
  return contents.replace(/\\\n/g, '\n').replace(/\\(.)/g, '$1').replaceAll('&nbsp;', ' ')
}
