/** The list of all files of a built catalog, for programs in any language. */
import type { StoryAccount, StoryKind } from '../story.js'

/** One story in `manifest.json`. */
export interface ManifestStory {
  /** Title and export: `Shop/Item card/Normal`. */
  id: string
  title: string
  /** Name of the export. */
  name: string
  kind: StoryKind
  endpoint?: string
  to?: string
  /** The story's file, relative to the project. */
  source: string
  /** Name and icon of the account that sends the messages. */
  account?: StoryAccount
  /** The file of each locale, relative to the manifest. */
  files: Record<string, string>
  /** Pictures of a rich menu of `fukidashi/rich-menu`: PNG or JPEG of each locale, relative to the manifest. */
  pictures?: Record<string, string>
  /** Of a chat: files with its messages, as `toHtml` and `toPng` draw them. */
  chats?: Record<string, string>
}

/** Stories that are missing, because a file or a story fails. */
export interface ManifestFailure {
  /** Title and export; absent if a whole file could not be loaded. */
  story?: string
  locale?: string
  message: string
  /** Story files whose stories are missing, relative to the project. */
  sources: string[]
}

/** `manifest.json`. */
export interface Manifest {
  /** Version of this format. */
  version: 1
  locales: string[]
  stories: ManifestStory[]
  /** Written by `--keep-going` if something failed. */
  failures?: ManifestFailure[]
}

/** `catalog.d.ts`: which stories and locales there are. */
export function declarationsOf({ stories, locales }: Manifest): string {
  const union = (names: readonly string[]) =>
    names.length === 0 ? ' never' : names.map((name) => `\n  | ${JSON.stringify(name)}`).join('')
  return `// Written by \`fukidashi build\`.
import type { Message, spec } from 'fukidashi'

/** Locales of the catalog. */
export type Locale =${union(locales)}

/** Stories, with the JSON in their files. */
export interface Stories {
${stories.map(({ id, kind }) => `  ${JSON.stringify(id)}: ${types[kind]}`).join('\n')}
}

/** A story of the catalog. */
export type StoryId = keyof Stories

/** manifest.json */
export interface Manifest {
  version: 1
  locales: Locale[]
  stories: {
    id: StoryId
    title: string
    name: string
    kind: 'messages' | 'rich-menu' | 'chat'
    endpoint?: string
    to?: string
    source: string
    account?: { name?: string; iconUrl?: string }
    files: Partial<Record<Locale, string>>
    pictures?: Partial<Record<Locale, string>>
    chats?: Partial<Record<Locale, string>>
  }[]
}
`
}

const types: Record<StoryKind, string> = {
  messages: 'Message[]',
  'rich-menu': 'spec.RichMenuRequest',
  chat: 'string',
}
