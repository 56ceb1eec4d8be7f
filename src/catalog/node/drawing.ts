/** Stories as previews draw them. */
import type { Chat, Drawable, Person, PreviewLanguage } from '../../preview/index.js'
import type { StoryAccount } from '../story.js'
import type { StoryOutput } from './check-stories.js'

/** Options of `toHtml` and `toPng` that depend on the story and its locale. */
export interface StoryLook {
  language: PreviewLanguage
  account: Person
}

/** The language of LINE's own words on a phone with this locale: English if LINE's words are not known in it. */
export function previewLanguage(locale: string): PreviewLanguage {
  const [language, ...rest] = locale.toLowerCase().split(/[-_]/)
  if (language === 'ja' || language === 'jp') return 'ja'
  if (language === 'th') return 'th'
  const isSimplified = rest.some((part) => ['hans', 'cn', 'sg'].includes(part))
  return (language === 'zh' || language === 'tw') && !isSimplified ? 'zh-TW' : 'en'
}

/** How a story looks in a locale, beside what it shows. */
export function lookOf({ name, iconUrl }: StoryAccount, locale: string): StoryLook {
  return {
    language: previewLanguage(locale),
    account: { ...(name !== undefined && { name }), ...(iconUrl !== undefined && { iconUrl }) },
  }
}

/** What previews draw of a story; `undefined` if nothing could be made, and of a transcript. */
export const drawableOf = ({
  output,
  chat,
}: {
  output: StoryOutput | undefined
  chat?: Chat | undefined
}): Drawable | undefined =>
  chat ?? (output === undefined || typeof output === 'string' ? undefined : drawableOfJson(output))

/** What previews draw of JSON. */
export const drawableOfJson = (json: Exclude<StoryOutput, string>): Drawable =>
  Array.isArray(json) ? json : { menu: json, open: true }
