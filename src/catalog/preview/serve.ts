/** The preview over HTTP: the page, its data, and events. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord } from '../../common/json.js'
import {
  eventStream,
  htmlOf,
  openFile,
  type OpenInEditor,
  policy,
} from '../../emulator/node/page-server.js'
import { languages, script, styles } from './generated/page.js'
import type { Session } from './session.js'
import { toSource } from './to-source.js'
import type { SendRequest, SourceRequest, StoryRequest, ValueChange } from './view.js'

/** Path prefix of everything but the page itself. */
const BASE = '/_fukidashi/preview'

/** Bytes of a request's body. */
const LARGEST = 1_000_000

/** Headers of every answer. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** An error whose status is not 500. */
class RequestError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** What answers requests need. */
interface ServeOptions {
  session: Session
  root: string
  openInEditor: OpenInEditor | undefined
}

/** Answers a request. Never rejects. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
): Promise<void> {
  const [path = ''] = request.url!.split('?')
  const { method } = request
  try {
    if (method === 'GET') {
      get(path, response, options)
      return
    }
    if (method !== 'POST') throw new RequestError(405, 'Use GET or POST.')
    const { session, root, openInEditor } = options
    // The token is asked for below this path only.
    if (!path.startsWith(`${BASE}/`)) throw new RequestError(404, 'Not here.')
    if (path === `${BASE}/open`) {
      await openFile(request, response, root, openInEditor, headers)
      return
    }
    const answer = await post(path.slice(BASE.length + 1), await readJson(request), session)
    reply(response, 200, 'application/json', JSON.stringify(answer))
  } catch (error) {
    if (response.headersSent) return
    const status = error instanceof RequestError ? error.status : 400
    const message = error instanceof Error ? error.message : String(error)
    reply(response, status, 'application/json', JSON.stringify({ message }))
  }
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8` })
  response.end(body)
}

function get(path: string, response: ServerResponse, { session }: ServeOptions): void {
  const [, language = ''] = /\/words\/([\w-]+)$/.exec(path) ?? []
  if (path === '/') reply(response, 200, 'text/html', htmlOf(BASE))
  else if (path === `${BASE}/page.js`) reply(response, 200, 'text/javascript', script)
  else if (path === `${BASE}/page.css`) reply(response, 200, 'text/css', styles)
  else if (path === `${BASE}/words/${language}` && Object.hasOwn(languages, language))
    reply(response, 200, 'application/json', languages[language]!)
  else if (path === `${BASE}/events`) stream(session, response)
  else reply(response, 404, 'text/plain', 'Not here.\n')
}

async function post(what: string, body: unknown, session: Session): Promise<unknown> {
  switch (what) {
    case 'project':
      return session.project()
    case 'story':
      return session.story(storyRequest(body))
    case 'source':
      return toSource(sourceRequest(body))
    case 'send':
      return session.send(sendRequest(body))
    case 'reload':
      await session.reload()
      return {}
    default:
      throw new RequestError(404, 'Not here.')
  }
}

function stream(session: Session, response: ServerResponse): void {
  const { send, ended } = eventStream(response, 'retry: 500\n\n')
  const end = session.watch((event, data) => send(event, data))
  void ended.then(end)
}

/** Only JSON: browsers send any other content type to other sites without a preflight request. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\b/i.test(type)) throw new RequestError(415, 'The body must be JSON.')
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    // The rest is read and dropped, so that the answer arrives.
    if (size <= LARGEST) pieces.push(piece)
  }
  if (size > LARGEST)
    throw new RequestError(413, `The body has ${size} bytes; at most ${LARGEST} are permitted.`)
  try {
    return JSON.parse(Buffer.concat(pieces).toString())
  } catch {
    throw new RequestError(400, 'The body must be JSON.')
  }
}

const wrong = (shape: string) => new RequestError(400, `The body must be ${shape}.`)

const isText = (value: unknown): value is string => typeof value === 'string'

const isChange = (value: unknown): value is ValueChange =>
  isRecord(value) &&
  Array.isArray(value['path']) &&
  value['path'].length > 0 &&
  value['path'].length <= 20 &&
  value['path'].every(isText)

const isChanges = (value: unknown): value is ValueChange[] =>
  Array.isArray(value) && value.length <= 1_000 && value.every(isChange)

function storyRequest(body: unknown): StoryRequest {
  const shape = '{ file, name, locale?, all?, props?, context? }'
  if (!isRecord(body)) throw wrong(shape)
  const { file, name, locale, all = false, props = [], context = {} } = body
  const isRight =
    isText(file) &&
    isText(name) &&
    (locale === undefined || isText(locale)) &&
    isChanges(props) &&
    isRecord(context) &&
    Object.values(context).every(isChanges)
  if (!isRight) throw wrong(shape)
  return { file, name, locale, all: all === true, props, context: context as never }
}

function sourceRequest(body: unknown): SourceRequest {
  if (!isRecord(body) || !('json' in body)) throw wrong('{ json, target }')
  return { json: body['json'], target: body['target'] === 'builders' ? 'builders' : 'tsx' }
}

function sendRequest(body: unknown): SendRequest {
  const { to, messages } = isRecord(body) ? body : {}
  if ((to !== 'emulator' && to !== 'line') || !Array.isArray(messages))
    throw wrong('{ to: "emulator" or "line", messages }')
  return { to, messages: messages as unknown[] }
}
