/** One table says what people, groups and the module channel can do: code, the control API and the page agree. */
import { describe, expect, it } from 'vitest'
import { control } from '../../src/emulator/control/control.js'
import type { Deed } from '../../src/emulator/deeds/deed.js'
import { groupDeeds } from '../../src/emulator/deeds/group.js'
import { moduleDeeds } from '../../src/emulator/deeds/module.js'
import { personDeeds } from '../../src/emulator/deeds/person.js'
import { shapes } from '../../src/emulator/deeds/shapes.js'
import { Group } from '../../src/emulator/generated/group.js'
import { ModuleChannel } from '../../src/emulator/generated/module-channel.js'
import { User } from '../../src/emulator/generated/user.js'
import { createBot } from '../../src/webhook/index.js'
import { setUp } from './support.js'

interface Route {
  path: string
  body?: Record<string, string>
  deeds?: { what?: string; type?: string; about: string; body: Record<string, string> }[]
}

async function description(): Promise<Route[]> {
  const answer = await control(setUp().line, {
    method: 'GET',
    path: '/_fukidashi',
    headers: {},
    body: '',
  })
  return (JSON.parse(answer.body as string) as { routes: Route[] }).routes
}

const tables = [
  ['people', User, personDeeds, '/_fukidashi/people/{person}/'],
  ['groups', Group, groupDeeds, '/_fukidashi/groups/{group}/'],
  ['module channels', ModuleChannel, moduleDeeds, '/_fukidashi/module/'],
] as const

describe.each(tables)('%s', (_, Class, table, path) => {
  const deeds = Object.entries(table as Record<string, Deed>)

  it('have a method for each deed, and no other', () => {
    const methods = Object.getOwnPropertyNames(Class.prototype)
    expect(methods.sort()).toEqual(['constructor', ...deeds.map(([name]) => name)].sort())
  })

  it('have a route for each deed, which says what happens and what it takes', async () => {
    const routes = await description()
    for (const [name, { route = 'does', what = name, about, options = [] }] of deeds) {
      if (route === false) continue
      const { body, deeds: listed } = routes.find((one) => one.path === path + route)!
      if (listed) {
        const own = listed.filter((one) => (one.what ?? one.type) === what)
        expect(own.map((one) => one.about)).toContain(about)
        for (const one of own)
          for (const property of Object.keys(one.body)) expect(body).toHaveProperty(property)
      }
      if (options.includes('TurnOptions')) expect(body).toHaveProperty('settle')
    }
  })

  it('have words in two languages for whatever the page offers', () => {
    for (const [, { words, menu }] of deeds) {
      if (menu) expect(words).toBeDefined()
      if (!words) continue
      expect(words.ja).not.toBe(words.en)
      expect(words.ja.includes('{who}')).toBe(words.en.includes('{who}'))
      expect(words.en.includes('{who}')).toBe(menu?.who !== undefined)
    }
  })
})

it('each option says what it is for, once', () => {
  for (const [name, { about, fields, extends: bases = [] }] of Object.entries(shapes)) {
    expect(about, name).toMatch(/\.$/)
    for (const base of bases) expect(shapes).toHaveProperty(base)
    for (const [field, { about }] of Object.entries(fields)) expect(about, field).not.toBe('')
  }
})

describe('over HTTP the same happens as in code', () => {
  const bot = () => createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  const does = (line: ReturnType<typeof setUp>['line'], path: string, body: object) =>
    control(line, {
      method: 'POST',
      path: `/_fukidashi${path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it.each<[string, object, (user: User) => Promise<unknown>]>([
    ['says', { text: 'hi' }, (aki) => aki.says('hi')],
    ['sends', { type: 'image' }, (aki) => aki.sendsImage()],
    ['sends', { type: 'image', count: 1 }, (aki) => aki.sendsImage()],
    ['sends', { type: 'image', count: 2 }, (aki) => aki.sendsImages([{}, {}])],
    ['sends', { type: 'sticker', stickerId: '7' }, (aki) => aki.sendsSticker({ stickerId: '7' })],
    ['sends', { type: 'file', fileName: 'a' }, (aki) => aki.sendsFile({ fileName: 'a' })],
    ['sends', { type: 'location', title: 'a' }, (aki) => aki.sendsLocation({ title: 'a' })],
    ['does', { what: 'block' }, (aki) => aki.blocks()],
    ['does', { what: 'beacon', type: 'stay' }, (aki) => aki.meetsBeacon({ type: 'stay' })],
    ['does', { what: 'notified', data: 'a' }, (aki) => aki.isNotified('a')],
    ['does', { what: 'activate' }, (aki) => aki.activates()],
    ['does', { what: 'deactivate' }, (aki) => aki.deactivates()],
  ])('%s %j', async (route, body, inCode) => {
    const [one, other] = [setUp({ bot: bot() }), setUp({ bot: bot() })]
    await inCode(one.line.user('Aki'))
    other.line.user('Aki')
    expect((await does(other.line, `/people/Aki/${route}`, body)).status).toBe(200)
    expect(other.line.webhooks.map(({ body }) => body)).toEqual(
      one.line.webhooks.map(({ body }) => body),
    )
    expect(one.line.webhooks).not.toEqual([])
  })

  it.each([
    ['attach', 'attached'],
    ['detach', 'detached'],
  ])('module %s', async (what, type) => {
    const { line } = setUp({ bot: bot() })
    const answer = await does(line, '/module/does', { what, scopes: ['profile'] })
    expect(JSON.parse(answer.body as string)).toMatchObject({ events: [{ module: { type } }] })
  })

  it('gives the code that a module channel exchanges', async () => {
    const { line } = setUp()
    const answer = await does(line, '/module/does', { what: 'permit', scopes: ['profile'] })
    const { code } = JSON.parse(answer.body as string) as { code: string }
    expect(line.state.modules.codes).toEqual([{ code, scopes: ['profile'] }])
  })
})
