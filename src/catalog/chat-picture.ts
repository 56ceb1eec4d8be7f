/** The chat of a story, as previews draw it. */
import type { Entry } from '../emulator/index.js'
import type { Chat, ChatEntry } from '../preview/index.js'

/** A chat as a person with this id sees it on their phone. Times are left out, because they depend on the time zone. */
export const pictureOfChat = (entries: readonly Entry[], me: string): Chat => ({
  entries: entries.map((entry): ChatEntry => entryOf(entry, me)),
})

function entryOf({ message, from, unsent, edited }: Entry, me: string): ChatEntry {
  if (message.type === 'note') return { kind: 'system', text: message.note }
  if (unsent === true) return { kind: 'system', text: '(unsent)' }
  return {
    kind: 'message',
    message: message,
    from: from === me ? 'me' : from === 'bot' ? 'bot' : { name: from },
    ...(edited === true && { edited: true }),
  }
}
