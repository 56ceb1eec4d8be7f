import type { Host } from '../../endpoints/index.js'

/** A request of the API, off whatever wire. */
export interface ApiRequest {
  method: string
  /** Path and query, from `/`. */
  path: string
  /** Which of LINE's hosts was meant; unknown where one origin stands for all. */
  host?: Host | undefined
  /** By name in lower case. */
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array
}

/** The path without its query. */
export function pathOf(path: string): string {
  const question = path.indexOf('?')
  return question === -1 ? path : path.slice(0, question)
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

export const textOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? body : decoder.decode(body)

export const bytesOf = (body: string | Uint8Array): Uint8Array =>
  typeof body === 'string' ? encoder.encode(body) : body
