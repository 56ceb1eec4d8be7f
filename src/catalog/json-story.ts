/** Stories of messages that exist as JSON. */
import { decodeText } from '../common/decode-text.js'
import { isRecord } from '../common/json.js'
import type { Renderable } from '../render/index.js'
import { CatalogError } from './errors.js'
import { type CatalogSettings, makeStory, storyOptionNames } from './make-story.js'
import { checkNames } from './options.js'
import { renderMessages } from './render-messages.js'
import type { Story, StoryOptions } from './story.js'

/** Options of `catalog.json()`: either `messages` or `file`. */
export interface JsonStoryOptions<L extends string> extends StoryOptions<L> {
  /** A message, a list of messages, a Flex container, or the body of a request, such as an imported JSON file. */
  messages?: object | undefined
  /** A JSON file with one of these; read each time the story is rendered. */
  file?: URL | string | undefined
}

const where = 'catalog.json()'

export function jsonStory<L extends string>(
  settings: CatalogSettings<L>,
  options: JsonStoryOptions<L>,
): Story<L> {
  checkNames(where, options, [...storyOptionNames, 'messages', 'file'])
  const { messages, file } = options
  if ((messages === undefined) === (file === undefined))
    throw new CatalogError(
      'option_invalid',
      messages === undefined
        ? `${where} needs messages or file: messages: menu (imported JSON), or file: new URL('./menu.json', import.meta.url).`
        : `${where}: pass messages or file, not both.`,
    )
  const node = async () => messagesOf(file === undefined ? messages : await readJson(file))
  return makeStory(
    'messages',
    where,
    settings,
    options,
    () => renderMessages(node, () => ({}), options),
    { file: file === undefined ? undefined : String(file) },
  )
}

/** The messages in a value: of a request's body, those in it. */
const messagesOf = (value: unknown): Renderable =>
  (isRecord(value) && !('type' in value) && 'messages' in value
    ? value['messages']
    : value) as Renderable

/** @throws {CatalogError} `file_unreadable` */
async function readJson(file: URL | string): Promise<unknown> {
  const { readFile } = await import('node:fs/promises')
  try {
    return JSON.parse(decodeText(await readFile(file))) as unknown
  } catch (cause) {
    const { message } = cause as Error
    throw new CatalogError('file_unreadable', `${where}: ${String(file)}: ${message}`, { cause })
  }
}
