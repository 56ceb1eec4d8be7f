/** Links single users to menus: testers of a deployment, and lists of users. */
import { LineApiError, type LineClient } from '../../client/index.js'
import { RichMenuError } from '../errors.js'
import type { Wanted } from '../wanted/wanted.js'
import type { Calls } from './calls.js'
import type { InnerPlan } from './changes.js'
import type { Found } from './found.js'

/** Links testers to the new version of the menu that they have, else to the default menu. */
export async function linkTesters(
  line: LineClient,
  users: readonly string[],
  wanted: Wanted,
  { current }: InnerPlan,
  { versions }: Found,
  calls: Calls,
): Promise<void> {
  const groups = new Map<string, string[]>()
  for (const user of users) {
    const own = await menuIdOf(line, user, calls.options.signal)
    const key = versions.find(({ id }) => id === own)?.key ?? wanted.default
    const target = current.get(key ?? '') ?? current.get(wanted.default ?? '')
    if (target !== undefined) groups.set(target, [...(groups.get(target) ?? []), user])
  }
  for (const [id, group] of groups) await line.richMenus.link(group, id)
}

/** The menu that is linked to a user; `undefined` if there is none. */
async function menuIdOf(
  line: LineClient,
  user: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    return await line.richMenus.idOf(user, signal ? { signal } : {})
  } catch (error) {
    if (error instanceof LineApiError && error.status === 404) return undefined
    throw error
  }
}

/** Result of {@link linkUsers}. */
export interface LinkResult {
  /** Id of the menu. */
  richMenuId: string
  /** How many users were linked to it; with `check`, how many have it. */
  linked: number
  /** Users who do not have the menu; only with `check`. */
  others: string[]
}

/** Options of {@link linkUsers}. */
export interface LinkOptions {
  /** Reads the menu of each user instead of linking. `false` by default. */
  check?: boolean | undefined
  signal?: AbortSignal | undefined
}

/**
 * Links users to a menu by its alias, in groups of 500; or checks who has it.
 *
 * @param alias - such as `shop` or `shop-ja`
 * @throws {RichMenuError} `alias_missing`, `users_invalid`
 * @example
 * await linkUsers(line, 'shop', userIds)
 */
export async function linkUsers(
  line: LineClient,
  alias: string,
  users: readonly string[],
  { check = false, signal }: LinkOptions = {},
): Promise<LinkResult> {
  if (users.length === 0)
    throw new RichMenuError('users_invalid', 'The list of users is empty. Pass at least one id.')
  const options = signal ? { signal } : {}
  const richMenuId = await idOfAlias(line, alias, options)
  if (!check) {
    await line.richMenus.link(users, richMenuId, options)
    return { richMenuId, linked: users.length, others: [] }
  }
  const others: string[] = []
  for (const user of users)
    if ((await menuIdOf(line, user, signal)) !== richMenuId) others.push(user)
  return { richMenuId, linked: users.length - others.length, others }
}

async function idOfAlias(
  line: LineClient,
  alias: string,
  options: { signal?: AbortSignal },
): Promise<string> {
  const aliases = await line.richMenuAliases.list(options)
  const found = aliases.find(({ richMenuAliasId }) => richMenuAliasId === alias)
  if (found) return found.richMenuId
  const names = aliases.map(({ richMenuAliasId }) => richMenuAliasId).join(', ')
  throw new RichMenuError(
    'alias_missing',
    `There is no alias ${JSON.stringify(alias)}. ${names === '' ? 'The account has none: deploy the menus first.' : `Aliases of the account: ${names}.`}`,
  )
}
