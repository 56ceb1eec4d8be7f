/** State ↔ text. JSON knows neither maps nor bytes. */
import type { State } from './state.js'

/** The state as text. */
export function write(state: State): string {
  return JSON.stringify(state, (_, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] }
    if (value instanceof Uint8Array) return { $bytes: base64(value) }
    return value
  })
}

/**
 * The state out of text.
 * @throws {TypeError} When it is none, or one of another version.
 */
export function read(text: string): State {
  const state = JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if ('$map' in value) return new Map(value.$map as [unknown, unknown][])
    if ('$bytes' in value) return bytes(value.$bytes as string)
    return value
  }) as State
  if ((state as { version?: unknown } | null)?.version !== 2)
    throw new TypeError('This is no state of an emulator, or one of another version of fukidashi.')
  return state
}

/** Bytes as base64. */
function base64(value: Uint8Array): string {
  let text = ''
  // In pieces: a call has room for so many arguments only.
  for (let at = 0; at < value.length; at += 8192)
    text += String.fromCharCode(...value.subarray(at, at + 8192))
  return btoa(text)
}

/** Base64 as bytes. */
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
