/** Opens a file of the project in the developer's editor. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { isRecord } from '../../common/json.js'

/** A place in a file, with an absolute path. */
export interface OpenedPlace {
  file: string
  line: number
  column: number
}

/** Opens an editor. Throws if there is none, with a message for the developer. */
export type OpenInEditor = (place: OpenedPlace) => Promise<void> | void

/** Largest body in characters. */
const LARGEST = 10_000

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address)

const isLocalName = (host = ''): boolean =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)

/** Headers that proxies add: the request may come from another machine. */
const isForwarded = ({ headers }: IncomingMessage): boolean =>
  ['x-forwarded-for', 'x-forwarded-host', 'forwarded'].some((name) => headers[name] !== undefined)

/** Answers `POST …/open` with `{ file, line, column }`, where `file` is a path from the project's folder. */
export async function openFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string | undefined,
  open: OpenInEditor | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const answer = (status: number, body: object) => {
    response.writeHead(status, { ...headers, 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  const refuse = (status: number, message: string) => answer(status, { message })
  const isNear = isLoopback(request.socket.remoteAddress) && isLocalName(request.headers.host)
  if (!isNear || isForwarded(request)) {
    request.resume()
    refuse(403, 'Files can be opened only from the machine that the emulator runs on.')
    return
  }
  const text = await readText(request)
  // Browsers send any other content type to other sites without a preflight request.
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '')
  const place = isJson ? placeOf(text) : undefined
  if (!place) {
    refuse(400, 'The body must be JSON: { "file", "line", "column" }.')
    return
  }
  const file = await fileBelow(root, place.file)
  if (file === undefined) {
    refuse(404, `There is no file ${place.file} in the folder of the project.`)
    return
  }
  if (!open) {
    refuse(501, 'This server cannot open an editor.')
    return
  }
  try {
    await open({ ...place, file })
    answer(200, {})
  } catch (error) {
    refuse(502, (error as Error).message)
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) if (text.length <= LARGEST) text += String(piece)
  return text.length > LARGEST ? '' : text
}

function placeOf(text: string): OpenedPlace | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  const { file, line = 1, column = 1 } = value
  if (typeof file !== 'string' || file === '' || file.includes('\0')) return undefined
  if (!isCount(line) || !isCount(column)) return undefined
  return { file, line, column }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

/** The real path of a file of the project; `undefined` for all others, also those that a link in the project points to. */
async function fileBelow(root: string | undefined, file: string): Promise<string | undefined> {
  if (root === undefined || isAbsolute(file)) return undefined
  try {
    const folder = await realpath(root)
    const path = await realpath(join(folder, file))
    const way = relative(folder, path)
    if (way === '' || isAbsolute(way) || way.split(/[\\/]/)[0] === '..') return undefined
    return (await stat(path)).isFile() ? resolve(path) : undefined
  } catch {
    return undefined
  }
}
