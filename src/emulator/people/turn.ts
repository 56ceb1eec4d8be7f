/** Turns: a person does something, and the bot answers. */
import { backgroundClock } from '../../common/clock.js'
import type { Message } from '../../spec/index.js'
import type { WebhookEvent } from '../../spec/webhook/index.js'
import type { PersonSubject } from '../deeds/deed.js'
import type { TurnOptions } from '../generated/options.js'
import type { WebhookRecord } from '../journal.js'
import type { Chat, Entry } from '../state/people.js'
import { unheardReason } from './failures.js'
import type { Sent } from '../state/outbox.js'
import type { World } from '../state/world.js'
import { isStepped } from '../passing.js'
import { checkQuiet } from '../webhook/quiet.js'

/** The result of a deed. */
export interface Turn {
  /** Events that the bot received; empty if LINE sends none. */
  events: WebhookEvent[]
  /** Messages that the bot sent to the chat meanwhile. */
  messages: Message[]
  /** Record of the webhook; `undefined` if there was none. It has a `status` once the bot has answered. */
  webhook: WebhookRecord | undefined
  /** URL that a tap opened. */
  opened?: string
  /** Text that a tap copied. */
  copied?: string
  /** What a tap did to the keyboard or the rich menu, and the text that it put into the input field. */
  input?: { option: string; fillInText?: string }
  /** Why the bot received nothing, if it is not obvious: it is blocked, not in the group, or there is none. */
  unheard?: string
  /** Id of the message that was sent; use it to quote, edit or unsend the message. */
  messageId?: string
}

/** Sends events to the bot and waits for it. */
export async function turn(
  world: World,
  chat: Chat | undefined,
  events: WebhookEvent[],
  { settle = true, quiet }: TurnOptions = {},
): Promise<Turn> {
  checkQuiet(quiet)
  world.agenda.catchUp()
  const from = world.state.lastMessageId
  const sent = await world.webhooks.send(events, quiet)
  if (settle && sent) await untilSettled(world, sent)
  const reason = sent ? undefined : chat && unheardReason(world, chat)
  return {
    events,
    messages: chat ? since(chat, from) : [],
    webhook: sent?.record,
    ...(reason !== undefined && { unheard: reason }),
  }
}

/** Real milliseconds after which a warning explains a turn that may never end. */
const EXPLAINED_AFTER = 2_000

/** Waits for the bot. If the bot may wait for a clock that does not move, a warning explains it: the test would hang without a reason. */
async function untilSettled({ clock }: World, { settled }: Sent): Promise<void> {
  if (!isStepped(clock.base)) return settled
  const start = clock.monotonic()
  const cancel = backgroundClock.after(EXPLAINED_AFTER, () => {
    if (clock.monotonic() === start) console.warn(stuck)
  })
  await settled
  cancel()
}

const stuck =
  'fukidashi: a person of the emulator waits for the bot, and the clock does not move. If the bot waits for the clock, let time pass ' +
  "meanwhile: const turn = aki.says('…'); await line.passes(8_000); await turn"

function since(chat: Chat, from: number): Message[] {
  const messages: Message[] = []
  for (let i = chat.entries.length - 1; i >= 0; i--) {
    const entry = chat.entries[i]!
    if (Number(entry.id.slice(1)) <= from) break
    if (entry.from === 'bot') messages.unshift(entry.message as Message)
  }
  return messages
}

/** Returns whether the bot received a message of a person, so that it can read it. */
export const isReadable = ({ from, unheard }: Pick<Entry, 'from' | 'unheard'>): boolean =>
  from !== 'bot' && from !== 'line' && !unheard

/** Returns whether the bot has read an entry. */
export const isRead = ({ readUpTo }: Pick<Chat, 'readUpTo'>, entry: Entry): boolean =>
  isReadable(entry) && readUpTo !== undefined && entry.id <= readUpTo

/** A person opens a chat: everything in it counts as seen. */
export function look(on: PersonSubject): void {
  see(on)
  on.world.journal.publish({ type: 'change', what: `seen ${on.chat.id}` })
}

/** Records what a person sees in a chat. */
export function see({ world, chat, person: { userId } }: PersonSubject): void {
  const upTo = chat.seenUpTo[userId] ?? ''
  for (let i = chat.entries.length - 1; i >= 0; i--) {
    const { id, requestId } = chat.entries[i]!
    if (id <= upTo) break
    if (requestId !== undefined) world.seen(requestId, userId)
  }
  const last = chat.entries.at(-1)
  if (last) chat.seenUpTo[userId] = last.id
}
