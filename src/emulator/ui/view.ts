/** Everything that the page shows except the entries of the open chat. */
import type { CouponLook } from '../../preview/index.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import { entryViews } from '../control/views.js'
import type { Emulator } from '../emulator.js'
import type { FailureRecord, JournalRecord } from '../journal.js'
import { isReadable } from '../people/turn.js'
import type { Chat, Entry, Person } from '../state/people.js'

/** The status of the bot. */
export interface BotStatus {
  /**
   * `elsewhere`: the bot is a separate program of which only the answers to webhooks are known; `none`: there is no bot yet.
   */
  state: 'running' | 'loading' | 'failed' | 'elsewhere' | 'none'
  /** What went wrong. */
  message?: string
  /** Where, in a file of the project, and the lines around it. */
  place?: FailureRecord['place']
  frame?: FailureRecord['frame']
}

/** An entry of a chat, without its bytes. */
export type EntryView = ReturnType<typeof entryViews>[number] & {
  /** The bot received it, so it has a read mark once the chat's `readUpTo` reaches it. */
  readable?: true
}

/** Entries as the page gets them. */
export const pageEntries = (entries: readonly Entry[]): EntryView[] =>
  entryViews(entries).map((entry, i) =>
    isReadable(entries[i]!) ? { ...entry, readable: true } : entry,
  )

/** A record as the page gets it. */
export const pageRecord = (record: JournalRecord): unknown =>
  record.type === 'message' ? { ...record, entry: pageEntries([record.entry])[0] } : record

/** A chat with only its last entry. */
export interface ChatView extends Omit<Chat, 'entries'> {
  last?: EntryView
}

export interface View {
  /** The emulator's time, in milliseconds since 1970. */
  now: number
  account: {
    displayName: string
    pictureUrl?: string | undefined
    userId: string
    markAsReadMode: 'auto' | 'manual'
  }
  /** Settings for a bot that runs as a separate program. */
  environment: { channelSecret: string; channelAccessToken: string; endpoint?: string | undefined }
  people: (Person & { richMenu: string | undefined })[]
  /** Chats; a chat with one person has the id of the person. */
  chats: ChatView[]
  menus: Record<string, { menu: RichMenuRequest; hasImage: boolean }>
  coupons: Record<string, CouponLook>
  bot: BotStatus
  /** Invented origin of the bot's pictures, and the origin of its links, if the bot is at a URL. */
  public?: { origin: string; links?: string }
}

const chatView = ({ entries, ...chat }: Chat): ChatView => {
  const [last] = pageEntries(entries.slice(-1))
  return { ...chat, ...(last && { last }) }
}

export function viewOf(line: Emulator, bot: BotStatus): View {
  const { account, chats, richMenus, coupons, webhook } = line.state
  const { displayName, pictureUrl, userId, markAsReadMode, channelSecret, channelAccessToken } =
    account
  return {
    now: line.clock.now(),
    account: { displayName, pictureUrl, userId, markAsReadMode },
    environment: { channelSecret, channelAccessToken, endpoint: webhook.endpoint },
    people: line.users.map((user) => ({ ...user.person, richMenu: user.richMenu })),
    chats: [...chats.values()].map(chatView),
    menus: Object.fromEntries(
      [...richMenus].map(([id, { menu, image }]) => [id, { menu, hasImage: image !== undefined }]),
    ),
    coupons: Object.fromEntries(
      [...coupons].map(([id, { request }]) => [
        id,
        {
          title: request.title,
          startTimestamp: request.startTimestamp,
          endTimestamp: request.endTimestamp,
          ...(request.imageUrl !== undefined && { imageUrl: request.imageUrl }),
        },
      ]),
    ),
    bot: bot.state === 'elsewhere' && !line.hasBot ? { state: 'none' } : bot,
    ...publicOf(line),
  }
}

function publicOf({ publicOrigin, state }: Emulator): Pick<View, 'public'> {
  if (publicOrigin === undefined) return {}
  const { endpoint } = state.webhook
  const links = endpoint === undefined ? {} : { links: new URL(endpoint).origin }
  return { public: { origin: publicOrigin, ...links } }
}
