/** Draws a story on a phone. */
import { type ChatEntry, type DeviceName, type Drawable, toHtml } from '../../preview/index.js'
import type { RenderView, StoryView } from '../../catalog/preview/view.js'
import type { Message, RichMenuRequest } from '../../spec/index.js'
import type { ChatTheme } from '../state/look.js'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The time of an entry. Chats of stories begin at a fixed time, so that pictures do not differ. */
function timeOf(at: number): string {
  const date = new Date(at)
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`
}

function chatOf({ entries }: NonNullable<RenderView['chat']>): Drawable {
  return {
    entries: entries.map((entry): ChatEntry => {
      const { message, from, at, unsent, edited } = entry
      if (message.type === 'note') return { kind: 'system', text: message.note }
      if (unsent) return { kind: 'system', text: '…' }
      return {
        kind: 'message',
        message,
        from: from === 'bot' ? 'bot' : 'me',
        time: timeOf(at),
        ...(edited && { edited: true }),
      }
    }),
  }
}

/** The language of LINE's own words beside messages of a locale. */
export function languageOf(locale: string): 'en' | 'ja' | 'th' | 'zh-TW' {
  const tag = locale.toLowerCase().replaceAll('_', '-')
  if (tag.startsWith('ja')) return 'ja'
  if (tag.startsWith('th')) return 'th'
  return /^zh-(?:.*-)?(?:tw|hk|mo|hant)\b/.test(tag) ? 'zh-TW' : 'en'
}

function drawableOf(
  { kind }: StoryView,
  { output, chat, picture }: RenderView,
): Drawable | undefined {
  if (chat) return chatOf(chat)
  if (output === undefined || typeof output === 'string') return undefined
  return kind === 'rich-menu'
    ? { menu: output as RichMenuRequest, open: true, ...(picture && { imageUrl: picture }) }
    : (output as Message[])
}

/** HTML of a story in one locale; undefined if there is nothing to draw. */
export function storyHtml(
  story: StoryView,
  render: RenderView,
  device: DeviceName,
  theme: ChatTheme,
): string | undefined {
  const drawable = drawableOf(story, render)
  if (!drawable) return undefined
  const { name, iconUrl } = story.account
  return toHtml(drawable, {
    as: 'markup',
    device,
    theme,
    language: languageOf(render.locale),
    account: {
      ...(name !== undefined && { name }),
      ...(iconUrl !== undefined && { iconUrl }),
    },
  })
}
