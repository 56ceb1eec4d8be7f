/** Versions of a menu, as they are written in LINE's name of a menu: `teahouse/shop · 3f9a2c81d0e4b7a6 · 2 · 2026-11-28T09:51:00.000Z`. */

/** One version of a menu. */
export interface Version {
  readonly key: string
  /** Hash of the areas and of what the picture is made of. */
  readonly hash: string
  /** 1 for the first version of a key; a later version has a higher number. */
  readonly number: number
  /** Milliseconds since 1970 at which it was created. */
  readonly createdAt: number
}

/** LINE's name of a version. */
export const nameOf = (owner: string, { key, hash, number, createdAt }: Version): string =>
  `${owner}/${key} · ${hash} · ${number} · ${new Date(createdAt).toISOString()}`

/** Tests whether a menu belongs to an owner. */
export const isOwned = (owner: string, name: string): boolean => name.startsWith(`${owner}/`)

/** Reads LINE's name of a menu of the owner; `undefined` if it was not written by this program. */
export function readName(owner: string, name: string): Version | undefined {
  if (!isOwned(owner, name)) return undefined
  const parts = /^([^ ]+) · ([0-9a-f]+)(?: · ([1-9]\d*) · (\S+))?$/.exec(
    name.slice(owner.length + 1),
  )
  if (!parts) return undefined
  const [, key, hash, number = '0', time = ''] = parts
  const createdAt = Date.parse(time)
  return {
    key: key!,
    hash: hash!,
    number: Number(number),
    createdAt: Number.isNaN(createdAt) ? 0 : createdAt,
  }
}
