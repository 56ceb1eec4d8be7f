/** Names and languages that change, and people and groups that are removed. */
import { expect, it } from 'vitest'
import { control } from '../../src/emulator/control/control.js'
import { createEmulator, EmulatorError } from '../../src/emulator/index.js'

const given = () => {
  const line = createEmulator({ webhook: () => new Response() })
  const [aki, ken] = [line.user('Aki'), line.user('Ken')]
  return { line, aki, ken, team: line.group('Team', [aki, ken]) }
}

const ask = async (
  line: ReturnType<typeof createEmulator>,
  method: string,
  path: string,
  body?: object,
) => {
  const answer = await control(line, {
    method,
    path: `/_fukidashi${path}`,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? '' : JSON.stringify(body),
  })
  return answer.status
}

it('gives people and groups other names, by which they are found and which the bot gets', async () => {
  const { line, aki, team } = given()
  aki.renames('Aki Mori')
  team.renames('Crew')
  expect(line.findUser('Aki Mori')?.id).toBe(aki.id)
  expect(line.findUser('Aki')).toBeUndefined()
  expect(line.findGroup('Crew')?.id).toBe(team.id)
  expect((await line.client().users.profile(aki.id)).displayName).toBe('Aki Mori')
  expect((await line.client().groups.summary(team.id)).groupName).toBe('Crew')
  expect(createEmulator({ state: line.snapshot() }).findGroup('Crew')?.id).toBe(team.id)
})

it('names a room that had no name', () => {
  const { line, aki } = given()
  const room = line.room([aki])
  room.renames('Later')
  expect(line.findGroup('Later')?.id).toBe(room.id)
})

it.each(['', '   '])('refuses the name "%s"', (name) => {
  const { aki, team } = given()
  for (const one of [aki, team]) expect(() => one.renames(name)).toThrow(EmulatorError)
  expect([aki.name, team.name]).toEqual(['Aki', 'Team'])
})

it('changes the language of a profile, and hides it again', async () => {
  const { line, aki } = given()
  const language = async () => (await line.client().users.profile(aki.id)).language
  aki.changesLanguage('th')
  expect(await language()).toBe('th')
  aki.changesLanguage()
  expect(await language()).toBeUndefined()
})

it('notifies programs that watch', () => {
  const { line, aki, team } = given()
  const changes: string[] = []
  line.watch((record) => {
    if (record.type === 'change') changes.push(record.what)
  })
  aki.renames('A')
  aki.changesLanguage('ja')
  team.renames('B')
  line.remove(team)
  line.remove(aki)
  expect(changes).toEqual([
    `person ${aki.id}`,
    `person ${aki.id}`,
    `chat ${team.id}`,
    `removed ${team.id}`,
    `removed ${aki.id}`,
  ])
})

it('removes a person with the chat, and from groups, without an event', async () => {
  const { line, aki, ken, team } = given()
  const { messageId } = await aki.says('hi')
  await aki.says('hello', { in: team })
  const webhooks = line.webhooks.length
  line.remove(aki)
  expect(line.users.map(({ name }) => name)).toEqual(['Ken'])
  expect(team.members).toEqual([ken.id])
  expect(line.findEntry(messageId!)).toBeUndefined()
  expect(line.webhooks).toHaveLength(webhooks)
  expect(() => aki.name).toThrow(/no longer exists/)
  expect(() => line.remove(aki)).toThrow(EmulatorError)
  // Somebody new may have the name, and begins without messages.
  expect(line.user('Aki').chat).toEqual([])
  await expect(line.client().users.profile(aki.id)).rejects.toThrow()
})

it('removes a group, but none of its members', () => {
  const { line, team } = given()
  line.remove(team)
  expect(line.groups).toEqual([])
  expect(line.users).toHaveLength(2)
  expect(() => line.remove(team)).toThrow(EmulatorError)
})

it('does all of it over the control API', async () => {
  const { line, aki, team } = given()
  expect(await ask(line, 'POST', `/people/${aki.id}/does`, { what: 'rename', name: 'A' })).toBe(200)
  expect(await ask(line, 'POST', '/people/A/does', { what: 'language', language: 'ja' })).toBe(200)
  expect(aki.person).toMatchObject({ displayName: 'A', language: 'ja' })
  expect(await ask(line, 'POST', '/people/A/does', { what: 'rename' })).toBe(400)
  expect(await ask(line, 'POST', '/groups/Team/does', { what: 'rename', name: 'T' })).toBe(200)
  expect(team.name).toBe('T')
  expect(await ask(line, 'DELETE', '/groups/T')).toBe(200)
  expect(await ask(line, 'DELETE', '/groups/T')).toBe(404)
  expect(await ask(line, 'DELETE', '/people/A')).toBe(200)
  expect(await ask(line, 'DELETE', '/people/A')).toBe(404)
  expect(line.users.map(({ name }) => name)).toEqual(['Ken'])
})

it('knows whether there is a bot', () => {
  const line = createEmulator()
  expect(line.hasBot).toBe(false)
  line.state.webhook.endpoint = 'http://127.0.0.1:3000/webhook'
  expect(line.hasBot).toBe(true)
  expect(createEmulator({ webhook: () => new Response() }).hasBot).toBe(true)
})
