/** Rich menus of the senders of events, by alias. */
import type { Clock } from '../../common/clock.js'
import type { Context } from '../../jsx-runtime/types.js'
import { WebhookError } from '../base/errors.js'
import { isVerification } from './answers.js'
import type { BotClient } from './bot-client.js'
import type { ContextRichMenu, ShowMenuOptions } from './bot-context.js'
import type { RawEvent } from './raw-event.js'

/** An event, as far as menus need it. */
interface MenuEvent {
  readonly event: RawEvent
  readonly userId: string | undefined
  readonly line: BotClient
  readonly clock: Clock
  context(): Promise<Context>
  own<T>(result: Promise<T>): Promise<T>
}

/** Menu ids of an account by alias. LINE permits 1,000. */
interface Aliases {
  readonly readAt: number
  readonly ids: Promise<ReadonlyMap<string, string>>
}

/** Milliseconds after which aliases are read again: less than a deployment keeps old menus. */
const lifetime = 5 * 60_000

/** Aliases by the client of their channel. */
const aliasesByClient = new WeakMap<BotClient, Aliases>()

/** Makes `ctx.richMenu`. */
export const menusOf = (ctx: MenuEvent): ContextRichMenu => ({
  show: (alias, options = {}) => ctx.own(showMenu(ctx, alias, options)),
  hide: () => ctx.own(hideMenu(ctx)),
})

async function showMenu(ctx: MenuEvent, alias: string, options: ShowMenuOptions): Promise<void> {
  const userId = userOf(ctx)
  if (isVerification(ctx.event)) return
  const locale = options.locale ?? ((await ctx.context()) as { locale?: unknown }).locale
  const names = namesOf(alias, locale)
  const findId = async ({ ids }: Aliases) => {
    const byName = await ids
    const name = names.find((name) => byName.has(name))
    return name === undefined ? undefined : byName.get(name)
  }
  const aliases = aliasesOf(ctx)
  const id = await findId(aliases)
  let gone: unknown
  if (id !== undefined)
    try {
      await ctx.line.richMenus.link(userId, id)
      return
    } catch (error) {
      if ((error as { status?: unknown } | null)?.status !== 404) throw error
      gone = error
    }
  // The alias is new, or it has another menu since it was read.
  const newer = aliasesOf(ctx, aliases)
  const newId = await findId(newer)
  if (newId === undefined) throw aliasMissing(alias, await newer.ids)
  if (newId === id) throw gone
  await ctx.line.richMenus.link(userId, newId)
}

async function hideMenu(ctx: MenuEvent): Promise<void> {
  const userId = userOf(ctx)
  if (!isVerification(ctx.event)) await ctx.line.richMenus.unlink(userId)
}

/** Aliases with the menu of a locale, the closest first: `shop-zh-tw`, `shop-zh`, `shop`. */
function namesOf(alias: string, locale: unknown): string[] {
  const tags = typeof locale === 'string' && locale !== '' ? locale.toLowerCase().split(/[-_]/) : []
  return tags.map((_, i) => [alias, ...tags.slice(0, tags.length - i)].join('-')).concat(alias)
}

/** @param outdated - aliases that are not used again */
function aliasesOf({ line, clock }: MenuEvent, outdated?: Aliases): Aliases {
  const latest = aliasesByClient.get(line)
  if (latest && latest !== outdated && clock.now() - latest.readAt < lifetime) return latest
  const ids = line.richMenuAliases
    .list()
    .then((all) => new Map(all.map((one) => [one.richMenuAliasId, one.richMenuId])))
  const aliases = { readAt: clock.now(), ids }
  aliasesByClient.set(line, aliases)
  ids.catch(() => {
    if (aliasesByClient.get(line) === aliases) aliasesByClient.delete(line)
  })
  return aliases
}

/** @throws {WebhookError} `user_missing` */
function userOf({ userId }: MenuEvent): string {
  if (userId !== undefined) return userId
  throw new WebhookError(
    'user_missing',
    'LINE does not report who sent this event. Check ctx.userId first.',
  )
}

function aliasMissing(alias: string, ids: ReadonlyMap<string, string>): WebhookError {
  const what =
    ids.size === 0
      ? 'The account has none: deploy its menus, or create an alias.'
      : `Aliases of the account: ${[...ids.keys()].sort().join(', ')}.`
  return new WebhookError(
    'alias_missing',
    `No rich menu has the alias ${JSON.stringify(alias)}. ${what}`,
  )
}
