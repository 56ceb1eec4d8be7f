import type { Host } from '../../endpoints/index.js'

/** An API request, independent of how it arrived. */
export interface ApiRequest {
  method: string
  /** Path and query, from `/`. */
  path: string
  /** The host of LINE; unknown if one origin serves all hosts. */
  host?: Host | undefined
  /** Headers, by name in lower case. */
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
