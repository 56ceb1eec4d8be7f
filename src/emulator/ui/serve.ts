import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Emulator } from '../emulator.js'
import { eventStream } from '../node/event-stream.js'
import type { Media } from '../state/people.js'
import { languages, script, styles } from './generated/page.js'
import { htmlOf, policy, UI } from './html.js'
import { harmless } from './harmless.js'
import { openFile, type OpenInEditor } from './open-file.js'
import { publicFile } from './public-file.js'
import { rangeOf } from './range.js'
import { type BotStatus, pageEntries, pageRecord, viewOf } from './view.js'

/** Reports the status of the bot to the page. */
export interface BotReporter {
  readonly current: BotStatus
  /** Calls a listener at every change. Returns a function that removes it. */
  watch(listener: (status: BotStatus) => void): () => void
}

/** Options of {@link serveUi}. */
export interface UiOptions {
  bot?: BotReporter | undefined
  /** Opens a file of the project in an editor. */
  openInEditor?: OpenInEditor | undefined
}

const elsewhere: BotReporter = {
  current: { state: 'elsewhere' },
  watch: () => () => undefined,
}

/** Headers of every answer. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/**
 * The emulator's page: people, chats and an inspector. The result is the `pages` option of `listen`.
 *
 * @param options - `bot`: reports the status of the bot, if it runs in this process; `openInEditor`: opens an editor
 */
export function serveUi(line: Emulator, { bot = elsewhere, openInEditor }: UiOptions = {}) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = ''] = request.url!.split('?')
    if (request.method === 'POST' && path === `${UI}/open`) {
      void openFile(request, response, line.projectFolder, openInEditor, headers)
      return true
    }
    if (request.method !== 'GET' || (path !== '/' && !path.startsWith(`${UI}/`))) return false
    const send = (
      type: string,
      body: string | Uint8Array,
      status = 200,
      more: Record<string, string> = {},
    ) => {
      response.writeHead(status, { ...more, 'content-type': type, ...headers })
      response.end(body)
      return true
    }
    const json = (value: unknown) => send('application/json', JSON.stringify(value))
    const missing = () => send('text/plain', 'Not here.\n', 404)
    const media = (item: Pick<Media, 'bytes' | 'contentType'> | undefined) => {
      if (!item || !harmless.test(item.contentType)) return missing()
      const { status, headers, bytes } = rangeOf(item.bytes, request.headers.range)
      return send(item.contentType, bytes, status, headers)
    }

    if (path === '/') return send('text/html; charset=utf-8', htmlOf(UI))
    const [what, id = ''] = path.slice(UI.length + 1).split('/')
    const { state } = line
    switch (what) {
      case 'page.js':
        return send('text/javascript; charset=utf-8', script)
      case 'page.css':
        return send('text/css; charset=utf-8', styles)
      case 'words':
        return Object.hasOwn(languages, id)
          ? send('application/json; charset=utf-8', languages[id]!)
          : missing()
      case 'events':
        stream(line, bot, response)
        return true
      case 'view':
        return json(viewOf(line, bot.current))
      case 'chats':
        return json(pageEntries(state.chats.get(id)?.entries ?? []))
      case 'menus': {
        const image = state.richMenus.get(id)?.image
        return media(image && { bytes: image.bytes, contentType: image.type })
      }
      case 'public':
        void publicFile(line, request, response, headers)
        return true
      case 'media':
        return media(mediaOf(line, id))
      case 'previews': {
        const item = mediaOf(line, id)
        return media(
          item?.preview && {
            bytes: item.preview,
            contentType: item.previewType ?? item.contentType,
          },
        )
      }
      default:
        return missing()
    }
  }
}

function mediaOf(line: Emulator, messageId: string): Media | undefined {
  const entry = line.findEntry(messageId)
  return !entry || entry.unsent || entry.media?.gone ? undefined : entry.media
}

/** Streams all records, and the status of the bot. */
function stream(line: Emulator, bot: BotReporter, response: ServerResponse): void {
  const { send, ended } = eventStream(response, 'retry: 500\n\n')
  const ends = [
    line.watch((record) => send(record.type, pageRecord(record))),
    bot.watch((status) => send('bot', status)),
  ]
  void ended.then(() => ends.forEach((end) => end()))
}
