/** An account with people in it, and raw calls of its API. */
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js'
import type { Membership } from '../../src/spec/api/index.js'
import { FakeClock } from '../../src/testing/index.js'

/** A body, of which errors are known best. */
export interface Body {
  message: string
  details: { message: string; property: string }[]
  [property: string]: unknown
}

export interface Raw {
  status: number
  headers: Headers
  body: Body
  text: string
}

/** A membership that people can join. */
export const club: Membership = {
  membershipId: 7,
  title: 'Club',
  description: 'a',
  benefits: ['b'],
  price: 500,
  currency: 'JPY',
  memberCount: 0,
  memberLimit: null,
  isInAppPurchase: false,
  isPublished: true,
}

/** The same chance each time. */
export function seeded(seed = 1): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

export interface Call {
  method?: string
  body?: unknown
  /** Sent as it is. */
  raw?: string | Uint8Array
  type?: string | undefined
  token?: string | null
  headers?: Record<string, string>
}

export function setUp(options: EmulatorOptions = {}) {
  const clock = new FakeClock()
  const line = createEmulator({ clock, random: seeded(), ...options })
  return { clock, line, call: caller(line) }
}

/** Calls paths of `api.line.me`, or whole addresses. */
export const caller =
  (line: Emulator) =>
  async (path: string, given: Call = {}): Promise<Raw> => {
    const { body, raw, token = line.account.channelAccessToken, headers = {} } = given
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const type =
      'type' in given ? given.type : content === undefined ? undefined : 'application/json'
    const response = await line.fetch(path.startsWith('/') ? `https://api.line.me${path}` : path, {
      method: given.method ?? (content === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(type !== undefined && { 'content-type': type }),
        ...headers,
      },
      ...(content !== undefined && { body: content as string }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') && text !== ''
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (json ? JSON.parse(text) : undefined) as Body,
    }
  }

export const text = (words: string) => ({ type: 'text', text: words })

/** A PNG of which only the size is right. */
export function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

export const menu = (more: object = {}) => ({
  size: { width: 2500, height: 1686 },
  selected: false,
  name: 'Menu',
  chatBarText: 'Open',
  areas: [
    {
      bounds: { x: 0, y: 0, width: 1250, height: 1686 },
      action: { type: 'postback', label: 'Left', data: 'left' },
    },
    {
      bounds: { x: 1250, y: 0, width: 1250, height: 1686 },
      action: { type: 'richmenuswitch', label: 'Other', richMenuAliasId: 'other', data: 'switch' },
    },
  ],
  ...more,
})

/** Makes a rich menu with a picture. */
export async function makeMenu(call: ReturnType<typeof caller>, more?: object): Promise<string> {
  const { body } = await call('/v2/bot/richmenu', { body: menu(more) })
  const richMenuId = body['richMenuId'] as string
  await call(`https://api-data.line.me/v2/bot/richmenu/${richMenuId}/content`, {
    raw: png(2500, 1686),
    type: 'image/png',
  })
  return richMenuId
}
