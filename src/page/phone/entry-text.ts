/** Short texts for entries of a chat. */
import type { Note } from '../../emulator/index.js'
import type { EntryView } from '../../emulator/ui/view.js'
import { labelOf } from '../i18n/deeds.js'
import { say } from '../i18n/language.js'
import { nameOf, type Scene } from './model.js'

export const timeOf = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

export function noteText({ note, people }: Note, scene: Scene): string {
  const who =
    note === 'botJoined' || note === 'botLeft'
      ? scene.account.displayName
      : people.map((id) => nameOf(scene, id)).join(', ')
  return say(note, { who })
}

/** The text of a `textV2`, with names for its mentions. */
function withNames(text: string, substitution: unknown, scene: Scene): string {
  const values = (substitution ?? {}) as Record<
    string,
    { mentionee?: { type: string; userId?: string } } | undefined
  >
  return text.replace(/\{\{|\}\}|\{(\w{1,20})\}/g, (match, key?: string) => {
    if (key === undefined) return match.charAt(0)
    const mentionee = values[key]?.mentionee
    if (!mentionee) return values[key] ? '' : match
    return `@${mentionee.type === 'all' ? 'All' : nameOf(scene, mentionee.userId ?? '')}`
  })
}

/** The text of a message. */
export function textOf({ message }: Pick<EntryView, 'message'>, scene: Scene): string | undefined {
  if (message.type === 'text' && 'text' in message) return message.text
  if (message.type !== 'textV2') return undefined
  return withNames(message.text, message.substitution, scene)
}

/** What a message without text is called. */
export function kindOf(type: string): string {
  switch (type) {
    case 'sticker':
      return labelOf('sendsSticker')
    case 'image':
      return labelOf('sendsImage')
    case 'video':
      return labelOf('sendsVideo')
    case 'audio':
      return labelOf('sendsAudio')
    case 'file':
      return labelOf('sendsFile')
    case 'location':
      return labelOf('sendsLocation')
    default:
      return type
  }
}

/** A short text for a message, for lists and quotes. */
export function inShort(entry: EntryView, scene: Scene): string {
  const { message } = entry
  if (message.type === 'note') return noteText(message, scene)
  if (entry.unsent)
    return say('unsent', { who: entry.from === 'bot' ? 'Bot' : nameOf(scene, entry.from) })
  const text = textOf(entry, scene)
  if (text !== undefined) return text
  const { altText } = message as { altText?: unknown }
  return typeof altText === 'string' ? altText : `[${kindOf(message.type)}]`
}

export const speakerOf = ({ from }: EntryView, scene: Scene): string =>
  from === 'bot' ? scene.account.displayName : nameOf(scene, from)
