/** A chat as text, for people and for snapshots. */
import type { Entry } from '../emulator/index.js'
import { isReceiver, type Receiver } from './receiver.js'

/**
 * One line per message, with its sender. Ids, tokens and times are left out, so that it is the same each time.
 *
 * @example
 * const aki = createEmulator({ bot }).user('Aki')
 * await aki.says('hi')
 * console.log(transcript(aki))
 */
export function transcript({ chat, name }: Receiver): string {
  return chat.map((entry) => `${whoOf(entry, name)}: ${said(entry)}`).join('\n')
}

const whoOf = ({ from }: Entry, name: string): string =>
  from === 'bot' ? 'bot' : from === 'line' ? '*' : name

function said({ message, unsent, edited }: Entry): string {
  const text = unsent === true ? '(unsent)' : words(message)
  return edited === true ? `${text} (edited)` : text
}

function words(message: Entry['message']): string {
  if (message.type === 'note') return message.note
  const {
    id: _,
    quoteToken: _q,
    markAsReadToken: _m,
    ...rest
  } = message as unknown as Record<string, unknown>
  const { type, text, quickReply, ...more } = rest
  const buttons = quickReply === undefined ? '' : ` ${labels(quickReply)}`
  if (typeof text === 'string' && Object.keys(more).length === 0) return text + buttons
  const detail = typeof text === 'string' ? { text, ...more } : more
  return `[${String(type)}] ${JSON.stringify(detail)}${buttons}`
}

const labels = (quickReply: unknown): string =>
  (quickReply as { items: { action: { label?: string } }[] }).items
    .map(({ action: { label } }) => `(${label ?? ''})`)
    .join(' ')

/**
 * Shows people and groups as their transcript.
 *
 * @example
 * import { expect } from 'vitest'
 *
 * expect.addSnapshotSerializer(transcriptSerializer)
 * expect(createEmulator({ bot }).user('Aki')).toMatchSnapshot()
 */
export const transcriptSerializer = {
  test: (value: unknown): boolean => isReceiver(value),
  serialize: (value: unknown): string => transcript(value as Receiver),
}
