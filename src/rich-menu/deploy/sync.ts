import type { LineClient } from '../../client/index.js'
import type { RichMenuSet } from '../define/rich-menus.js'
import { checkOwner } from '../define/keys.js'
import { resolveMenus } from '../wanted/resolve.js'
import type { Wanted } from '../wanted/wanted.js'
import { countWrites, type Plan } from './changes.js'
import { Deployment } from './deployment.js'
import { checkSyncOptions, type SyncOptions, type SyncResult } from './options.js'

/**
 * Deploys rich menus: creates new versions with their pictures, moves aliases, the default and linked users to them, and deletes old
 * versions. Calls nothing that changes the account if it is as wanted.
 *
 * @param line - client of the account
 * @param menus - from {@link richMenus}
 * @returns what was done, and what one of LINE's limits left undone
 * @throws {RichMenuError} when the menus cannot be deployed
 * @throws {LineValidationError} for a menu that LINE would refuse
 * @throws {LineArgumentError} `image_invalid` for a picture that LINE would refuse
 * @throws {LineApiError} when LINE refuses a call; deploy again to go on
 * @throws {LineConnectionError} when a call gets no answer; deploy again to go on
 * @example
 * const { writes, pending } = await syncRichMenus(line, menus)
 */
export async function syncRichMenus(
  line: LineClient,
  menus: RichMenuSet,
  options: SyncOptions = {},
): Promise<SyncResult> {
  checkSyncOptions(options)
  return deploy(line, await resolveMenus(menus), options)
}

/**
 * Plans a deployment and changes nothing.
 *
 * @param line - client of the account
 * @param menus - from {@link richMenus}
 * @returns the changes; `problems` has the reasons why they cannot be made
 * @throws {LineValidationError} for a menu that LINE would refuse
 * @throws {LineArgumentError} `image_invalid` for a picture that LINE would refuse
 * @throws {RichMenuError} `option_invalid`, `picture_missing`
 * @example
 * const { changes, writes } = await planRichMenus(line, menus)
 */
export async function planRichMenus(
  line: LineClient,
  menus: RichMenuSet,
  options: SyncOptions = {},
): Promise<Plan> {
  checkSyncOptions(options)
  return plan(line, await resolveMenus(menus), options)
}

/**
 * Deletes the menus of an owner, their aliases, and their default.
 *
 * @param owner - as in {@link richMenus}
 * @example
 * await destroyRichMenus(line, 'teahouse')
 */
export async function destroyRichMenus(
  line: LineClient,
  owner: string,
  options: SyncOptions = {},
): Promise<SyncResult> {
  checkSyncOptions(options)
  return deploy(line, nothing(owner), { ...options, grace: 0 })
}

const nothing = (owner: string): Wanted => {
  checkOwner(owner)
  return { owner, default: undefined, menus: [] }
}

async function deploy(line: LineClient, wanted: Wanted, options: SyncOptions): Promise<SyncResult> {
  if (!options.dryRun) return new Deployment(line, wanted, options).run()
  const { changes, writes, notes } = await plan(line, wanted, options)
  return { changes, writes, notes, pending: [], kept: [] }
}

/** A note on batches that would be repeated: an account does not show whether they were done. */
const moved =
  'Users of the menus that are kept were moved when these were replaced. If that deployment ended early or with something pending, deploy again.'

async function plan(line: LineClient, wanted: Wanted, options: SyncOptions): Promise<Plan> {
  const { changes, notes, problems } = await new Deployment(line, wanted, options).plan()
  const open = changes.filter((change) => !('again' in change))
  if (open.length < changes.length) notes.push(moved)
  return { changes: open, writes: countWrites(open), notes, problems }
}
