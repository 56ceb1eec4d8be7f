/** Sends messages to the emulator, or to the developer's own LINE. */
import { LineClient } from '../../client/index.js'
import { isRecord } from '../../common/json.js'
import type { Renderable } from '../../render/index.js'
import type { SendAnswer, SendRequest } from './view.js'

/** Where messages can be sent to. */
export interface Receivers {
  /** Origin of a running emulator. */
  emulator: string
  /** The developer's channel and their user id. */
  line: { channelAccessToken: string; userId: string; baseUrl?: string | undefined } | undefined
}

/** Milliseconds within which the emulator must answer. */
const PATIENCE = 5_000

/** @throws {Error} with the reason, for the developer */
export function send({ to, messages }: SendRequest, receivers: Receivers): Promise<SendAnswer> {
  const node = messages as Renderable
  return to === 'line' ? sendToLine(node, receivers) : sendToEmulator(node, receivers)
}

async function sendToLine(node: Renderable, { line }: Receivers): Promise<SendAnswer> {
  if (!line)
    throw new Error(
      'Set LINE_CHANNEL_ACCESS_TOKEN and LINE_USER_ID in the environment or in .env, and start fukidashi preview again. ' +
        'Your user id is in the LINE Developers Console: the channel, "Basic settings", "Your user ID".',
    )
  const { channelAccessToken, userId, baseUrl } = line
  const client = new LineClient({ channelAccessToken, ...(baseUrl !== undefined && { baseUrl }) })
  await client.messages.push(userId, node)
  return {}
}

async function sendToEmulator(node: Renderable, { emulator }: Receivers): Promise<SendAnswer> {
  const { token, person } = await lookAtEmulator(emulator)
  const client = new LineClient({ channelAccessToken: token, baseUrl: emulator })
  await client.messages.push(person.userId, node)
  return { person: person.displayName, page: emulator }
}

interface Person {
  userId: string
  displayName: string
  friend: boolean
  blocked: boolean
}

/** The token of the emulator's account, and a person who gets its messages. */
async function lookAtEmulator(emulator: string): Promise<{ token: string; person: Person }> {
  let view: unknown
  try {
    const response = await fetch(`${emulator}/_fukidashi/ui/view`, {
      signal: AbortSignal.timeout(PATIENCE),
    })
    view = response.ok ? await response.json() : undefined
  } catch {
    view = undefined
  }
  if (!isRecord(view) || !isRecord(view['environment']) || !Array.isArray(view['people']))
    throw new Error(
      `No emulator answers at ${emulator}. Start one with "npx fukidashi dev", or name another with --emulator URL.`,
    )
  const person = (view['people'] as Person[]).find(({ friend, blocked }) => friend && !blocked)
  if (!person)
    throw new Error(
      `The account has no friends at ${emulator}. Add a person on its page, and let the person follow the account.`,
    )
  return { token: String(view['environment']['channelAccessToken']), person }
}
