/** The control API to strangers: what it does not take, and what it says is permitted. */
import { describe, expect, it } from 'vitest'
import { control } from '../../src/emulator/control/control.js'
import { createBot } from '../../src/webhook/index.js'
import { setUp } from './support.js'

function given() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  const set = setUp({ bot })
  set.line.group('Team', [set.line.user('Aki')])
  const ask = async (method: string, path: string, body?: unknown) => {
    const raw = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
    const answer = await control(set.line, {
      method,
      path: `/_fukidashi${path}`,
      headers: { 'content-type': 'application/json' },
      body: raw,
    })
    const json = JSON.parse(answer.body as string) as Record<string, unknown>
    return { status: answer.status, body: json, message: String(json['message']) }
  }
  return { ...set, ask }
}

describe('what it refuses', () => {
  it.each([
    // Names that are mistyped
    ['/people/Aki/taps', { lable: 'Buy' }, /"lable" is unknown here.*label, area, of, action/],
    [
      '/people/Aki/says',
      { text: 'hi', setle: false },
      /"setle".*text, parts, quotes, settle, quiet, in/,
    ],
    ['/faults', { operation: 'pushMessage', code: 500 }, /"code".*status/],
    ['/verify', { dummy: true }, /"dummy".*dummies/],
    ['/reset', { all: true }, /"all" is unknown here.*nothing/],
    // Words of which there are some
    ['/faults', { operation: 'pushMesage' }, /operation.*pushMessage/],
    ['/faults', { status: 99 }, /status.*from 400 to 599/],
    ['/faults', { status: 200 }, /status.*from 400 to 599/],
    ['/faults', { reset: 'now' }, /reset.*before or after/],
    ['/faults', { times: 0 }, /times.*1 or more/],
    ['/faults', { delay: -1 }, /delay.*0 or more/],
    ['/people', { name: 'Ken', gender: 'x' }, /gender.*male or female/],
    ['/people', { name: 'Ken', appType: 'x' }, /appType.*ios or android/],
    ['/people/Aki/does', { what: 'beacon', type: 'near' }, /type.*enter, banner or stay/],
    ['/people/Aki/does', { what: 'fly' }, /what.*follow, block, .*deactivate/],
    ['/people/Aki/taps', { area: 0, of: 'menu' }, /of.*richMenu or message/],
    ['/people/Aki/taps', { area: -1 }, /area.*0 or more/],
    ['/groups', { name: 'x', kind: 'club' }, /kind.*group or room/],
    ['/groups/Team/does', { what: 'sing' }, /what.*inviteBot, removeBot/],
    // Things of another kind
    ['/people/Aki/says', { text: 5 }, /text.*string/],
    ['/people/Aki/says', { parts: [5] }, /parts\[0\].*string.*mention.*emoji/],
    ['/people/Aki/says', { parts: [{ emoji: 'x' }] }, /parts\[0\]/],
    ['/people/Aki/says', { text: 'hi', settle: 'no' }, /settle.*true or false/],
    ['/people/Aki/taps', { action: {} }, /action\.type/],
    ['/people/Aki/taps', { action: { type: 'postback' } }, /action\.data/],
    ['/people/Aki/taps', { action: { type: 'wave' } }, /action\.type.*postback, message/],
    ['/people/Aki/taps', { action: { type: 'uri' } }, /action\.uri/],
    ['/people/Aki/taps', { action: 'Buy' }, /action.*JSON/],
    ['/people/Aki/sends', { type: 'image', count: 0 }, /count.*from 1 to 20/],
    ['/people/Aki/sends', { type: 'image', count: 21 }, /count.*from 1 to 20/],
    ['/people/Aki/sends', { type: 'image', data: '!' }, /data.*base64/],
    ['/people/Aki/does', { what: 'link' }, /linkToken.*string/],
    ['/people/Aki/does', { what: 'membership', type: 'joined' }, /membershipId.*number/],
    ['/clock', { advance: '1m' }, /advance.*milliseconds/],
    ['/clock', {}, /advance.*milliseconds/],
    // An unknown person
    ['/people/Kai/says', { text: 'hi' }, /no person Kai.*Aki/],
    ['/people/Aki/says', { text: 'hi', in: 'Tem' }, /no group Tem.*Team/],
    ['/groups', { name: 'x', members: ['Kai'] }, /no person Kai.*Aki/],
    ['/people/Aki/says', { text: 'hi', quotes: '1' }, /no message 1/],
    ['/people/Aki/taps', { label: 'Buy' }, /Nothing can be tapped/],
  ])('POST %s %j', async (path, body, message) => {
    const { ask, line } = given()
    const answer = await ask('POST', path, body)
    expect(answer.message).toMatch(message)
    expect([400, 404]).toContain(answer.status)
    expect(line.users.map(({ name }) => name)).toEqual(['Aki'])
    expect(line.faults.list).toEqual([])
    expect(line.user('Aki').chat).toEqual([])
  })

  it.each([
    [{ quota: -1 }, /quota.*0 or more/],
    [{ quota: 'much' }, /quota.*number/],
    [{ webhook: 'http://127.0.0.1:3000/' }, /webhook.*\{ "endpoint", "active" \}/],
    [{ webhook: { endpoint: 'http://example.com/' } }, /webhook\.endpoint.*https/],
    [{ webhook: { active: 'yes' } }, /webhook\.active.*true or false/],
    [{ webhook: { url: 'https://a.b/' } }, /webhook\.url.*endpoint and active/],
    [{ chatMode: 'x' }, /chatMode.*bot or chat/],
    [{ ratelimits: true }, /"ratelimits".*rateLimits/],
  ])('PUT /settings %j', async (body, message) => {
    const { ask } = given()
    const before = (await ask('GET', '/settings')).body
    const answer = await ask('PUT', '/settings', body)
    expect([answer.status, answer.body['error']]).toEqual([400, 'option_invalid'])
    expect(answer.message).toMatch(message)
    expect((await ask('GET', '/settings')).body).toEqual(before)
  })

  it('what is no JSON, with words of its own', async () => {
    const { ask } = given()
    const half = await ask('POST', '/people', '{"name":')
    expect([half.status, half.body['error']]).toEqual([400, 'option_invalid'])
    expect(half.message).toMatch(/^The body is not JSON: /)
    expect((await ask('POST', '/people', '[]')).message).toMatch(/must be a JSON object/)
  })

  it('methods that a path has not, naming those that it has', async () => {
    const { ask } = given()
    const answer = await ask('DELETE', '/people')
    expect([answer.status, answer.message]).toEqual([
      405,
      'DELETE is not allowed here; use GET, POST.',
    ])
    expect((await ask('GET', '/peple')).message).toMatch(/no route \/peple\. GET \/_fukidashi/)
    expect((await ask('GET', '/log?after=last')).message).toMatch(/after.*number/)
  })

  it('the id of another person, and a second id for the same person', async () => {
    const { ask, line } = given()
    const { id } = line.user('Aki')
    const taken = await ask('POST', '/people', { name: 'Ken', id })
    expect(taken.message).toBe(`${id} is already the id of Aki.`)
    const other = await ask('POST', '/people', { name: 'Aki', id: `U${'0'.repeat(32)}` })
    expect(other.message).toBe(`Aki already has the id ${id}.`)
    expect(line.users.map((one) => [one.id, one.name])).toEqual([[id, 'Aki']])
    // The same again is no other.
    expect((await ask('POST', '/people', { name: 'Aki', id, age: 31 })).status).toBe(200)
  })
})

it('taps whatever a message may hold', async () => {
  const { ask } = given()
  const area = { x: 0, y: 0, width: 1, height: 1 }
  for (const [action, expected] of [
    [{ type: 'uri', linkUri: 'https://a.b/c', area }, { opened: 'https://a.b/c' }],
    [{ type: 'uri', uri: 'https://a.b/d' }, { opened: 'https://a.b/d' }],
    [{ type: 'clipboard', clipboardText: 'a' }, { copied: 'a' }],
    [{ type: 'postback', data: 'a' }, { events: [{ type: 'postback' }] }],
    [{ type: 'location', label: 'a' }, { events: [{ type: 'message' }] }],
  ])
    expect((await ask('POST', '/people/Aki/taps', { action })).body).toMatchObject(expected!)
})

it('has an example of each command, which works', async () => {
  const { ask, line, call } = given()
  const { body } = await ask('GET', '')
  const routes = body['routes'] as { method: string; path: string; example?: object }[]
  const aki = line.user('Aki')
  await aki.says('something to be delivered again')
  const actions = [{ type: 'message', label: 'Buy', text: 'buy' }]
  const template = { type: 'buttons', text: 'Tea', actions }
  await call('/v2/bot/message/push', {
    body: { to: aki.id, messages: [{ type: 'template', altText: 'a', template }] },
  })
  for (const { method, path, example } of routes) {
    // What is forgotten cannot be asked about.
    if (path.endsWith('/reset')) continue
    const at = path.replace('/_fukidashi', '').replace('{person}', 'Aki').replace('{group}', 'Team')
    const answer = await ask(method, at, method === 'GET' ? undefined : example)
    expect([method, at, answer.status]).toEqual([method, at, 200])
  }
})
