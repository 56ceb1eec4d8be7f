/** With very many people and messages, nothing that happens to one of them searches through all of them. */
import { describe, expect, it, vi } from 'vitest'
import { club, setUp, text } from './support.js'

const iterations = ['values', 'keys', 'entries', 'forEach', Symbol.iterator] as const

/** From now on every search through a map fails. */
function forbidSearch(...maps: Map<string, unknown>[]): void {
  for (const map of maps)
    for (const name of iterations)
      vi.spyOn(map, name as 'values').mockImplementation(() => {
        throw new Error('searched through everybody')
      })
}

describe('no person is searched for among all people', () => {
  it('when people and groups are added, found, renamed, and when they talk', async () => {
    const { line, call } = setUp({ memberships: [club], webhook: () => new Response() })
    const [aki, ken] = [line.user('Aki'), line.user('Ken', { phone: '+81900000000' })]
    const team = line.group('Team', [aki, ken])
    await aki.joinsMembership(7)
    forbidSearch(line.state.people, line.state.chats)
    for (let i = 0; i < 100; i++) line.user(`Person ${i}`)
    expect(line.user('Person 99').id).toBe(line.findUser('Person 99')!.id)
    expect(line.findUser('Nobody')).toBeUndefined()
    expect(line.findGroup('Team')!.id).toBe(team.id)
    expect(line.findGroup(team.id)!.name).toBe('Team')
    expect(line.findGroup('No team')).toBeUndefined()
    expect(line.findGroup(aki.id)).toBeUndefined()
    await aki.says(['Hi ', ken], { in: team })
    await ken.joinsMembership(7)
    expect(ken.person.memberships[0]!.membershipNo).toBe(2)
    await ken.follows()
    await call('/v2/bot/message/push', { body: { to: ken.id, messages: [text('hi')] } })
    expect(ken.messages).toHaveLength(1)
    ken.reads()
    await ken.sendsImage()
    expect(ken.seesRead()).toBe(true)
  })
})

describe('a name that changes', () => {
  it('is found, and the old one no longer', () => {
    const { line } = setUp()
    const aki = line.user('Aki')
    aki.person.displayName = 'Akiko'
    expect(line.findUser('Akiko')!.id).toBe(aki.id)
    expect(line.findUser('Aki')).toBeUndefined()
    Object.assign(line.state.people.get(aki.id)!, { displayName: 'A' })
    expect(line.findUser('A')!.id).toBe(aki.id)
    expect(line.user('Akiko').id).not.toBe(aki.id)
  })

  it('leaves the other person of the same name', () => {
    const { line } = setUp()
    const [aki, ken] = [line.user('Aki'), line.user('Ken')]
    ken.person.displayName = 'Aki'
    expect(line.findUser('Aki')!.id).toBe(aki.id)
    line.state.people.delete(aki.id)
    expect(line.findUser('Aki')!.id).toBe(ken.id)
  })

  it('is found among people that a test adds to the state itself', () => {
    const { line } = setUp()
    const aki = line.user('Aki')
    const copy = { ...aki.person, userId: `U${'1'.repeat(32)}`, displayName: 'Copy' }
    line.state.people.set(copy.userId, copy)
    expect(line.findUser('Copy')!.id).toBe(copy.userId)
    line.state.people.set(copy.userId, Object.freeze({ ...copy, displayName: 'Frozen' }))
    expect(line.findUser('Frozen')!.id).toBe(copy.userId)
    expect(line.findUser('Copy')).toBeUndefined()
    line.state.people = new Map([[copy.userId, copy]])
    expect(line.findUser('Copy')!.id).toBe(copy.userId)
    expect(line.findUser('Aki')).toBeUndefined()
    line.state.people.clear()
    expect(line.findUser('Copy')).toBeUndefined()
  })

  it('is saved, printed and copied like any other property', async () => {
    const { line } = setUp()
    const { person } = line.user('Aki')
    expect(JSON.parse(JSON.stringify(person))).toMatchObject({ displayName: 'Aki' })
    expect({ ...person }).toMatchObject({ displayName: 'Aki' })
    expect(structuredClone(person)).toMatchObject({ displayName: 'Aki' })
    const { inspect } = await import('node:util')
    expect(inspect(person)).toContain("displayName: 'Aki'")
    const later = setUp({ state: line.snapshot() })
    expect(later.line.findUser('Aki')!.id).toBe(person.userId)
  })
})

describe('what many people do with one message', () => {
  it('is recorded once for each, without going through those before', async () => {
    const { line, call } = setUp()
    const people = Array.from({ length: 50 }, (_, i) => line.user(`Person ${i}`))
    await call('/v2/bot/message/broadcast', { body: { messages: [text('hi'), text('ho')] } })
    people[0]!.reads()
    const [views] = [...line.state.seen.values()]
    const some = vi.spyOn(views!, 'some')
    const find = vi.spyOn(views!, 'find')
    for (const person of [...people, ...people]) person.reads()
    expect([some, find].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
    expect(views!.map(({ person }) => person)).toEqual(people.map(({ id }) => id))
    views!.length = 0
    people[3]!.reads()
    expect(views).toEqual([])
    const later = setUp({ state: line.snapshot() })
    expect(later.line.state.seen).toEqual(line.state.seen)
  })

  it('keeps reply tokens that can still be used', async () => {
    const { line, clock } = setUp({ webhook: () => new Response() })
    const aki = line.user('Aki')
    for (let i = 0; i < 5_000; i++)
      line.state.replyTokens.set(`old ${i}`, {
        chatId: aki.id,
        eventAt: clock.now(),
        expires: clock.now(),
        used: i > 0,
      })
    await aki.says('one')
    expect([...line.state.replyTokens.keys()]).toHaveLength(2)
    clock.advance(21 * 60_000)
    await aki.says('two')
    expect(line.state.replyTokens.has('old 0')).toBe(true)
  })
})
