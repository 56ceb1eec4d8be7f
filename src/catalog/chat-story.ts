/** Stories of chats: a script, played in the emulator. */
import type { ConnectableBot, Emulator, Entry, User } from '../emulator/index.js'
import type { Message } from '../spec/index.js'
import { seededRandom } from '../common/random.js'
import { type Problem, validate } from '../validation/index.js'
import { pictureOfChat } from './chat-picture.js'
import { CatalogError } from './errors.js'
import {
  type CatalogSettings,
  makeStory,
  type StoryResult,
  storyOptionNames,
} from './make-story.js'
import { checkNames } from './options.js'
import { problemsOf } from './render-messages.js'
import type { ChatStory, StoryOptions } from './story.js'

/** What happens in a chat. Called once in each locale, with the person, the emulator and the locale. */
export type ChatScript<L extends string = string> = (
  person: User,
  line: Emulator,
  locale: L,
) => unknown

/** Options of `catalog.chat()`. */
export interface ChatOptions<L extends string> extends Pick<StoryOptions<L>, 'title' | 'locales'> {
  /** The bot, as `createBot` makes it, or a function that makes one for a locale. */
  bot: ConnectableBot | ((locale: L) => ConnectableBot | Promise<ConnectableBot>)
  /** What the person does. Called with the person, the emulator and the locale. */
  script: ChatScript<L>
  /** Name of the person; `Aki` by default. */
  person?: string | undefined
  /** When the chat begins; 2026-08-01 (UTC) by default. */
  start?: Date | number | undefined
}

const where = 'catalog.chat()'
const names = [...storyOptionNames.slice(0, 2), 'bot', 'script', 'person', 'start']

export function chatStory<L extends string>(
  settings: CatalogSettings<L>,
  options: ChatOptions<L>,
): ChatStory<L> {
  checkNames(where, options, names)
  const { bot, script } = options
  if (typeof script !== 'function')
    throw new CatalogError(
      'option_invalid',
      `${where}: script must be a function, such as async (aki) => { await aki.says('hi') }.`,
    )
  if (
    typeof bot !== 'function' &&
    typeof (bot as { connect?: unknown } | null)?.connect !== 'function'
  )
    throw new CatalogError(
      'option_invalid',
      `${where}: bot must be a bot of createBot(), or a function from a locale to one.`,
    )
  return makeStory('chat', where, settings, options, (locale) => play(settings, options, locale))
}

/** Plays the script once. */
async function play<L extends string>(
  { account, locales }: CatalogSettings<L>,
  { bot, script, person = 'Aki', start }: ChatOptions<L>,
  locale: L,
): Promise<StoryResult<string>> {
  const { createEmulator, FakeClock, transcript } = await import('../testing/index.js')
  const line = createEmulator({
    bot: typeof bot === 'function' ? await bot(locale) : bot,
    clock: new FakeClock(start),
    // So that ids and tokens are the same each time.
    random: seededRandom(),
    account: { displayName: account.name ?? 'Bot' },
  })
  // A catalog without locales sets no language.
  const user = line.user(
    person,
    locales.length === 1 && locale === 'default' ? {} : { language: locale },
  )
  const played = () => ({
    output: transcript(user),
    chat: pictureOfChat(user.chat, user.id),
    entries: user.chat,
  })
  try {
    await script(user, line, locale)
    await line.settled()
  } catch (cause) {
    const error = new CatalogError(
      'script_failed',
      `The script of the chat failed in the locale ${locale}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
    return { ...played(), problems: [...problemsOf(error), ...problemsIn(user.chat)], error }
  }
  return { ...played(), problems: problemsIn(user.chat) }
}

/** Problems of the bot's messages; paths begin with the entry of the chat. */
const problemsIn = (chat: readonly Entry[]): Problem[] =>
  chat.flatMap((entry, i) =>
    entry.from === 'bot'
      ? validate(entry.message as Message, { as: 'message', to: 'user' }).map((problem) => ({
          ...problem,
          path: `chat[${i}].${problem.path}`,
        }))
      : [],
  )
