/** Makes sessions for a bot. */
import { backgroundClock, type Clock } from '../common/clock.js'
import { optionNames, optionsProblem } from '../common/options.js'
import { perEnv } from '../common/per-env.js'
import type { SchemaInput, SchemaOutput } from '../common/standard-schema.js'
import type { StoreAdapter } from '../store/adapter.js'
import { SessionError } from './errors.js'
import {
  optionInvalid,
  type SessionOptions,
  type SessionSchema,
  type SessionSettings,
  settingsOf,
} from './options.js'
import type { Session } from './session.js'
import {
  SESSIONS,
  type SessionBot,
  type SessionEvent,
  type SessionSource,
} from './session-source.js'
import { storeMaker } from './session-store.js'
import { StoredSession } from './stored-session.js'

/** The session that is opened, for {@link SessionDefinition.open}. */
export interface SessionLocation {
  /** The store of the bot. */
  store: StoreAdapter
  /** User id of the channel's bot, as in `destination` of its webhooks. */
  destination: string
  /** The user, for sessions per user. */
  userId?: string
  /** The user, group or room, for sessions per chat. */
  chatId?: string
  clock?: Clock
}

/** Sessions for a bot, and a way to them from elsewhere. `S` is the type of `ctx.session`. */
export interface SessionDefinition<S> extends SessionSource<S> {
  /**
   * Opens a session outside of an event: for a cron, a web page or a test.
   *
   * @throws {SessionError} `option_invalid`
   *
   * @example
   * const { name } = await sessions.open({ store: memoryStore(), destination, userId }).get()
   */
  open(location: SessionLocation): S
}

const locationNames = optionNames<SessionLocation>({
  store: true,
  destination: true,
  userId: true,
  chatId: true,
  clock: true,
})

/**
 * Makes sessions for a bot: data of each user or chat, in the bot's `store`, as `ctx.session`.
 *
 * @throws {SessionError} `option_invalid`
 * @see https://standardschema.dev
 *
 * @example
 * const bot = createBot({
 *   store: memoryStore(),
 *   session: session({ schema: v.object({ name: v.optional(v.string()), teas: v.array(v.string()) }), initial: { teas: [] } }),
 * })
 * bot.on('message:text', async (ctx) => {
 *   const { teas } = await ctx.session.update((s) => ({ ...s, teas: [...s.teas, ctx.text] }))
 *   await ctx.reply(`You have ${teas.length} teas.`)
 * })
 */
export function session<S extends SessionSchema>(
  options: SessionOptions<S>,
): SessionDefinition<Session<SchemaInput<S>, SchemaOutput<S>>> {
  const settings = settingsOf(options)
  const ofBot = (bot: SessionBot) => {
    const storeOf = perEnvLater(bot)
    return (event: SessionEvent) =>
      new StoredSession(settings, {
        key: () => keyOf(settings, event),
        store: () => storeOf(event.env),
        guard: () => event.guard?.guard(),
        own: (result) => event.own(result),
        clock: bot.clock,
        random: bot.random ?? Math.random,
      })
  }
  const open = (location: SessionLocation) => {
    const problem = optionsProblem(location, locationNames)
    if (problem !== undefined) throw optionInvalid(`open: ${problem}`)
    const { store, destination, userId, chatId, clock = backgroundClock } = location
    if (store === undefined) throw optionInvalid('open: store is missing. Pass that of the bot.')
    const [warn, random] = [() => undefined, undefined]
    const event = { destination, userId, chatId, type: 'open', env: undefined, guard: undefined }
    // As in events: a chat with one user has the id of the user.
    const opened = { ...event, chatId: chatId ?? userId, own: <T>(result: Promise<T>) => result }
    keyOf(settings, opened)
    return ofBot({ store, clock, random, timeout: 10_000, warn })(opened)
  }
  return { [SESSIONS]: ofBot, open } as never
}

/** The store of a bot, found when a session is first used: a bot whose handlers use none needs no store. */
function perEnvLater(bot: SessionBot) {
  let found: ReturnType<typeof perEnv<ReturnType<ReturnType<typeof storeMaker>>>> | undefined
  return (env: unknown) => (found ??= perEnv(bot.store, storeMaker(bot)))(env)
}

/** The key of the session of an event, and the user or chat that `store.forget` erases it for. */
function keyOf(
  { per }: SessionSettings,
  { destination, type, userId, chatId }: Omit<SessionEvent, 'own'>,
): { key: string; owner: string } {
  const owner = per === 'user' ? userId : chatId
  if (owner === undefined) throw per === 'user' ? userMissing(type) : chatMissing(type)
  if (!destination)
    throw new SessionError(
      'destination_missing',
      'It is not known which channel the event is of, and each channel has its own sessions. Pass the whole body to bot.handle, or bot.handle(events, { destination }).',
    )
  return { key: `session:${destination}:${per}:${owner}`, owner }
}

const userMissing = (type: string) =>
  new SessionError(
    'user_missing',
    `LINE does not say which user a ${type} event is of, so it has no session. Ask for ctx.userId first, or keep sessions of chats: session({ per: 'chat' }).`,
  )

const chatMissing = (type: string) =>
  new SessionError(
    'chat_missing',
    `A ${type} event has no chat, so it has no session. Ask for ctx.chatId first.`,
  )
