/** `docs/migrating.md` leaves no method of the other libraries out, and names none of ours that is not there. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { endpoints } from '../../src/endpoints/index.js'
import { LineClient } from '../../src/client/index.js'
import { token } from './setup.js'
import { calls } from './calls/index.js'

const page = readFileSync(new URL('../../docs/migrating.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| `(\w+)`\s*\| `line\.(\w+)\.(\w+)\(/gm)].map(
  ([, theirs, group, method]) => ({ theirs: theirs!, group: group!, method: method! }),
)

/** Methods of `LineBotApi` in the README of 2018: the floor. */
const floor = [
  'reply_message',
  'push_message',
  'multicast',
  'get_profile',
  'get_group_member_profile',
  'get_room_member_profile',
  'get_group_member_ids',
  'get_room_member_ids',
  'get_message_content',
  'leave_group',
  'leave_room',
  'get_rich_menu',
  'create_rich_menu',
  'delete_rich_menu',
  'get_rich_menu_id_of_user',
  'link_rich_menu_to_user',
  'unlink_rich_menu_from_user',
  'get_rich_menu_image',
  'set_rich_menu_image',
  'get_rich_menu_list',
]

/** Methods of the clients of the installed `@line/bot-sdk`, from its declarations. */
function official(): string[] {
  const dist = new URL('../peers/node_modules/@line/bot-sdk/dist/', import.meta.url)
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /api[\\/]\w+Client\.d\.ts$/.test(name) && !name.startsWith('cjs'),
  )
  const methods = files.flatMap((name) =>
    [...readFileSync(new URL(name, dist), 'utf8').matchAll(/^ {4}(\w+)\(/gm)].map(([, n]) => n!),
  )
  return methods.filter((name) => name !== 'constructor' && !name.endsWith('WithHttpInfo'))
}

const line = new LineClient({ channelAccessToken: token })
const methodOf = (group: string, method: string): unknown =>
  (line as unknown as Record<string, Record<string, unknown> | undefined>)[group]?.[method]

describe('the page about migrating', () => {
  it.each(rows)('leads from $theirs to line.$group.$method, which exists', ({ group, method }) => {
    expect(methodOf(group, method)).toBeTypeOf('function')
  })

  it('has every method of line-bot-sdk-python as of 2018', () => {
    const theirs = new Set(rows.map((row) => row.theirs))
    expect(floor.filter((name) => !theirs.has(name))).toEqual([])
  })

  it('has every method of @line/bot-sdk', () => {
    const theirs = new Set(rows.map((row) => row.theirs))
    const methods = official()
    expect(methods.length).toBeGreaterThan(100)
    expect(methods.filter((name) => !theirs.has(name))).toEqual([])
  })

  it('leads to the method that makes the same call', () => {
    for (const { theirs, group, method } of rows) {
      if (!(theirs in endpoints)) continue
      const { through } = calls[theirs as keyof typeof calls]
      expect(`${theirs}: ${String(through)}`).toContain(`line.${group}.${method}(`)
    }
  })
})
