/** Checks a state from a file when it is read, so that errors do not appear later. */
import { isObject } from '../../common/json.js'
import type { Media } from './people.js'
import type { Menu, State } from './state.js'

type Kind = 'map' | 'list' | 'object' | 'number' | 'text'

/** Types of the required properties of a state. */
const kinds: { [Name in keyof State as undefined extends State[Name] ? never : Name]: Kind } = {
  version: 'number',
  account: 'object',
  people: 'map',
  chats: 'map',
  lastMessageId: 'number',
  replyTokens: 'map',
  retryKeys: 'map',
  quota: 'object',
  usage: 'map',
  sent: 'map',
  deliveries: 'list',
  seen: 'map',
  clicks: 'list',
  plays: 'list',
  units: 'map',
  narrowcasts: 'map',
  webhook: 'object',
  richMenus: 'map',
  richMenuAliases: 'map',
  richMenuBatches: 'map',
  resumeKeys: 'map',
  menuTaps: 'list',
  linkTokens: 'map',
  continuations: 'map',
  tokens: 'list',
  assertionKeys: 'list',
  coupons: 'map',
  memberships: 'list',
  audiences: 'map',
  lastAudienceId: 'number',
  liffApps: 'map',
  modules: 'object',
  missionProducts: 'list',
  pnpTemplates: 'map',
}

/** Types of the properties that the page reads. */
const entries = {
  people: { userId: 'text', displayName: 'text', attributes: 'object', memberships: 'list' },
  chats: { id: 'text', kind: 'text', members: 'list', entries: 'list', seenUpTo: 'object' },
  richMenus: { richMenuId: 'text', menu: 'object' },
  coupons: { couponId: 'text', request: 'object' },
} as const satisfies Partial<Record<keyof State, Record<string, Kind>>>

const account = { channelId: 'text', channelSecret: 'text', channelAccessToken: 'text' } as const

/** Checks a state. @throws {TypeError} with the place of the first error */
export function checkState(value: unknown): State {
  if ((value as { version?: unknown } | null | undefined)?.version !== 2)
    throw new TypeError(
      'This is not a state of the emulator, or it is from another version of fukidashi.',
    )
  checkProperties('state', value, kinds)
  const state = value as State
  checkProperties('account', state.account, account)
  for (const [name, properties] of Object.entries(entries))
    for (const [id, entry] of state[name as keyof typeof entries])
      checkProperties(`${name} ${id}`, entry, properties)
  for (const { id, entries } of state.chats.values())
    for (const entry of entries) {
      checkProperties(`chats ${id}`, entry, { id: 'text', from: 'text', message: 'object' })
      if (entry.media) checkMedia(entry.id, entry.media)
    }
  for (const menu of state.richMenus.values()) if (menu.image) checkImage(menu)
  return state
}

function checkProperties(place: string, value: unknown, properties: Record<string, Kind>): void {
  if (kindOf(value) !== 'object') throw new TypeError(`${place} is not an object.`)
  for (const [name, kind] of Object.entries(properties))
    if (kindOf((value as Record<string, unknown>)[name]) !== kind)
      throw new TypeError(`${place}: ${name} is not a ${kind}.`)
}

function kindOf(value: unknown): Kind | undefined {
  if (value instanceof Map) return 'map'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  return isObject(value) ? 'object' : undefined
}

function checkMedia(id: string, media: Media): void {
  media.bytes = bytesIn(`message ${id}`, media.bytes)
  if (media.preview !== undefined) media.preview = bytesIn(`message ${id}`, media.preview)
}

function checkImage({ richMenuId, image }: Menu): void {
  image!.bytes = bytesIn(`richMenus ${richMenuId}`, image!.bytes)
}

/** Bytes. Earlier versions wrote a `Buffer` as an array of numbers. */
function bytesIn(place: string, value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown }
  if (type === 'Buffer' && Array.isArray(data)) return Uint8Array.from(data as number[])
  throw new TypeError(`${place}: its bytes cannot be read.`)
}
