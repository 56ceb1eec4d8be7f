/** Messages of a JSON file, of standard input, or of a module with elements or stories. */
import { existsSync, statSync } from 'node:fs'
import { type AnyStory, isStory } from '../../catalog/index.js'
import { isRecord } from '../../common/json.js'
import { Flex } from '../../components/index.js'
import { jsx } from '../../jsx-runtime/jsx.js'
import type { Renderable } from '../../render/index.js'
import { loadModule } from '../load-module.js'
import { parseJson, readText } from '../read-json.js'
import { UsageError } from '../usage-error.js'

/** What is chosen in a module. */
export interface Choice {
  /** Name of the export. */
  export?: string | undefined
  /** Locale of a story. */
  locale?: string | undefined
}

/**
 * Loads messages.
 *
 * @param source - a file, or `-` for standard input
 * @throws {UsageError} if there is no such file or export
 */
export async function loadMessages(source: string, choice: Choice): Promise<Renderable> {
  if (source === '-' || /\.json$/i.test(source)) {
    checkFile(source)
    if (choice.export !== undefined || choice.locale !== undefined)
      throw new UsageError('--export and --locale choose from a module, and this is JSON.')
    const name = source === '-' ? 'standard input' : source
    return messagesOf(parseJson(await readText(source), name))
  }
  checkFile(source)
  const module = await loadModule(source, 'a JSON file, or - for standard input')
  const { name, value } = chooseExport(module, source, choice.export)
  if (isStory(value)) return renderedStory(value, name, choice.locale)
  if (choice.locale !== undefined)
    throw new UsageError(
      `--locale is for stories, and ${name === 'default' ? 'the default export' : name} of ${source} is not a story.`,
    )
  return messagesOf(typeof value === 'function' ? jsx(value, {}) : value)
}

function checkFile(file: string): void {
  if (file === '-') return
  if (!existsSync(file)) throw new UsageError(`There is no file ${file} in ${process.cwd()}.`)
  if (statSync(file).isDirectory())
    throw new UsageError(`${file} is a folder. Pass a module or a JSON file.`)
}

/** The export that is meant: the named one, the default export, or the only one. */
function chooseExport(
  module: Readonly<Record<string, unknown>>,
  file: string,
  exportName: string | undefined,
): { name: string; value: unknown } {
  const names = Object.keys(module)
  const name =
    exportName ??
    (names.includes('default') ? 'default' : names.length === 1 ? names[0] : undefined)
  if (name !== undefined && Object.hasOwn(module, name)) return { name, value: module[name] }
  if (names.length === 0)
    throw new UsageError(`${file} exports nothing. Export the messages to send.`)
  throw new UsageError(
    exportName === undefined
      ? `${file} has several exports and no default export. Choose one with --export. Its exports: ${names.join(', ')}.`
      : `${file} has no export ${JSON.stringify(exportName)}. Its exports: ${names.join(', ')}.`,
  )
}

async function renderedStory(
  story: AnyStory,
  name: string,
  locale: string | undefined,
): Promise<Renderable> {
  if (story.kind !== 'messages')
    throw new UsageError(`${name} is a story of a chat or a rich menu, which cannot be sent.`)
  if (locale !== undefined && !story.locales.includes(locale))
    throw new UsageError(
      `${name} has no locale ${JSON.stringify(locale)}. Its locales: ${story.locales.join(', ')}.`,
    )
  return story.render({ locale })
}

/** Messages as they are, those in the body of a request, and a Flex container in a message. */
function messagesOf(value: unknown): Renderable {
  if (!isRecord(value)) return value as Renderable
  if (!('type' in value) && 'messages' in value) return value['messages'] as Renderable
  const isContainer =
    value['type'] === 'bubble' || (value['type'] === 'carousel' && 'contents' in value)
  return isContainer ? jsx(Flex.Message, { children: value }) : (value as Renderable)
}
