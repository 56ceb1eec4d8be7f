/** What an account has at LINE. */
import { type api, LineApiError, type LineClient } from '../../client/index.js'
import type { Wanted } from '../wanted/wanted.js'
import { canonical } from '../wanted/hash.js'
import { isOwned, readName, type Version } from '../wanted/version.js'

/** A menu that was created with the API. */
export type FoundMenu = api.RichMenuResponse

/** A version of a menu of ours. An adopted menu is version 0. */
export interface FoundVersion extends Version {
  readonly id: string
}

/** Menus, aliases and the default of an account. */
export interface Found {
  readonly menus: readonly FoundMenu[]
  /** Ids of menus by alias. */
  readonly aliases: ReadonlyMap<string, string>
  readonly defaultId: string | undefined
  /** The default is a menu of LINE Official Account Manager, which the API cannot read. */
  readonly isDefaultOfManager: boolean
  /** Versions of menus of ours, in the order of their numbers. Of menus with the same number and hash, the smallest id is first. */
  readonly versions: readonly FoundVersion[]
  /** Menus of ours whose names were not written by this program. */
  readonly unreadable: readonly FoundMenu[]
}

/** Aborts reading. */
export interface ReadOptions {
  signal?: AbortSignal | undefined
}

/** Reads everything that an account has. */
export async function readFound(
  line: LineClient,
  wanted: Wanted,
  options: ReadOptions = {},
): Promise<Found> {
  const [menus, aliases, main] = await Promise.all([
    line.richMenus.list(options),
    line.richMenuAliases.list(options),
    readDefault(line, options),
  ])
  const adopted = await adoptedVersions(line, wanted, menus, options)
  const versions: FoundVersion[] = []
  const unreadable: FoundMenu[] = []
  for (const menu of menus) {
    const id = menu.richMenuId
    const version = readName(wanted.owner, menu.name)
    const adoptedAs = adopted.get(id)
    if (adoptedAs) versions.push({ ...adoptedAs, ...ageOf(version), id })
    else if (version) versions.push({ ...version, id })
    else if (isOwned(wanted.owner, menu.name)) unreadable.push(menu)
  }
  versions.sort((one, other) => one.number - other.number || (one.id < other.id ? -1 : 1))
  return {
    menus,
    aliases: new Map(aliases.map((alias) => [alias.richMenuAliasId, alias.richMenuId])),
    ...main,
    versions,
    unreadable,
  }
}

/** An adopted menu that was deployed by this program keeps its number and time. */
const ageOf = ({ number, createdAt }: Partial<Version> = {}) => ({
  number: number ?? 0,
  createdAt: createdAt ?? 0,
})

async function readDefault(line: LineClient, options: ReadOptions) {
  try {
    return { defaultId: await line.richMenus.defaultId(options), isDefaultOfManager: false }
  } catch (error) {
    if (!(error instanceof LineApiError) || (error.status !== 404 && error.status !== 403))
      throw error
    return { defaultId: undefined, isDefaultOfManager: error.status === 403 }
  }
}

/** Menus that are adopted. If menu and picture are as wanted, such a menu has the wanted hash. */
async function adoptedVersions(
  line: LineClient,
  { menus }: Wanted,
  found: readonly FoundMenu[],
  options: ReadOptions,
): Promise<Map<string, Pick<Version, 'key' | 'hash'>>> {
  const versions = new Map<string, Pick<Version, 'key' | 'hash'>>()
  for (const { key, adopt, hash, request, picture } of menus) {
    const menu = found.find(({ richMenuId }) => richMenuId === adopt)
    if (!menu) continue
    const { size, selected, chatBarText, areas } = menu
    const isSame =
      canonical({ size, selected, chatBarText, areas }) === canonical(request) &&
      sameBytes(await readPictureOf(line, menu.richMenuId, options), await picture())
    versions.set(menu.richMenuId, { key, hash: isSame ? hash : '' })
  }
  return versions
}

/** The picture of a menu; `undefined` if it has none. */
export async function readPictureOf(
  line: LineClient,
  id: string,
  options: ReadOptions = {},
): Promise<Uint8Array | undefined> {
  try {
    return await (await line.richMenus.image(id, options)).bytes()
  } catch (error) {
    if (error instanceof LineApiError && error.status === 404) return undefined
    throw error
  }
}

/** Asks whether a menu has a picture, without reading all of it. */
export async function hasPicture(
  line: LineClient,
  id: string,
  options: ReadOptions = {},
): Promise<boolean> {
  try {
    const content = await line.richMenus.image(id, options)
    await content.cancel()
    return true
  } catch (error) {
    if (error instanceof LineApiError && error.status === 404) return false
    throw error
  }
}

const sameBytes = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one?.length === other.length && one.every((byte, i) => byte === other[i])
