/** Calls of the control API, and of what only the page needs. */
import type { Turn } from '../../emulator/index.js'
import type { Verb } from '../phone/model.js'
import { UI } from './urls.js'

const CONTROL = '/_fukidashi'

/** The emulator refused a command. */
class RefusedError extends Error {}

async function ask(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init)
  const text = await response.text()
  if (response.ok) return text === '' ? {} : JSON.parse(text)
  throw new RefusedError(messageIn(text) ?? `${response.status}`)
}

/** The reason in an answer: JSON of the control API, or text. */
function messageIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { message?: string }).message
  } catch {
    return text.trim() === '' ? undefined : text.trim()
  }
}

export const get = <T>(path: string): Promise<T> => ask(`${CONTROL}${path}`) as Promise<T>

/** Requests that only the page makes. */
export const look = <T>(path: string): Promise<T> => ask(`${UI}/${path}`) as Promise<T>

const withBody = (body: object, method: string): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const send = <T>(path: string, body: object, method = 'POST'): Promise<T> =>
  ask(`${CONTROL}${path}`, withBody(body, method)) as Promise<T>

/** Opens a file of the project in the editor. */
export const openFile = (place: object): Promise<unknown> =>
  ask(`${UI}/open`, withBody(place, 'POST'))

/** Something that a person does. The page does not wait for the bot, because it gets events. */
export const act = (person: string, verb: Verb, body: object): Promise<Turn> =>
  send(`/people/${encodeURIComponent(person)}/${verb}`, { ...body, settle: false })

/** Something that happens in a group. */
export const actInGroup = (group: string, body: object): Promise<Turn> =>
  send(`/groups/${encodeURIComponent(group)}/does`, { ...body, settle: false })
