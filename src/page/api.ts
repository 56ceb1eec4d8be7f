/** Calls of the control API. */
import type { Turn } from '../emulator/index.js'
import { UI } from './where.js'

const CONTROL = '/_fukidashi'

/** The emulator refused a command. */
class Refused extends Error {}

async function ask(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init)
  const answer = (await response.json()) as { message?: string }
  if (!response.ok) throw new Refused(answer.message ?? `${response.status}`)
  return answer
}

export const get = <T>(path: string): Promise<T> => ask(`${CONTROL}${path}`) as Promise<T>

/** Requests that only the page makes. */
export const look = <T>(path: string): Promise<T> => ask(`${UI}/${path}`) as Promise<T>

export const send = <T>(path: string, body: object, method = 'POST'): Promise<T> =>
  ask(`${CONTROL}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }) as Promise<T>

/** Something that a person does. The page does not wait for the bot, because it gets events. */
export const act = (
  person: string,
  verb: 'says' | 'taps' | 'sends' | 'does',
  body: object,
): Promise<Turn> =>
  send(`/people/${encodeURIComponent(person)}/${verb}`, { ...body, settle: false })
