/** People whose messages do not reach the bot learn why. */
import { describe, expect, it } from 'vitest'
import { control } from '../../src/emulator/control/control.js'
import { createEmulator, type Emulator } from '../../src/emulator/index.js'
import { matchers } from '../../src/testing/index.js'
import { listening } from './listening.js'

const does = async (line: Emulator, route: string, body: object) =>
  JSON.parse(
    (
      await control(line, {
        method: 'POST',
        path: `/_fukidashi${route}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        host: undefined,
      })
    ).body as string,
  ) as { unheard?: string; members?: string[]; id?: string; events: object[] }

describe('a person who has blocked the account', () => {
  it.each([
    ['says', (line: Emulator) => line.user('Aki').says('hi')],
    ['sends a sticker', (line: Emulator) => line.user('Aki').sendsSticker()],
    ['sends several images', (line: Emulator) => line.user('Aki').sendsImages([{}, {}])],
    [
      'taps',
      (line: Emulator) => line.user('Aki').taps({ type: 'postback', label: 'a', data: 'a' }),
    ],
    ['meets a beacon', (line: Emulator) => line.user('Aki').meetsBeacon()],
    ['says by the control API', (line: Emulator) => does(line, '/people/Aki/says', { text: 'hi' })],
  ])('%s, and learns that the bot receives nothing', async (_, speak) => {
    const { aki, line, heard } = listening()
    await aki.blocks()
    heard.length = 0
    const { unheard, events } = await speak(line)
    expect([events, heard]).toEqual([[], []])
    expect(unheard).toMatch(/^Aki has blocked the account.*unblocks\(\)/)
    expect(aki.troubles[0]).toBe(unheard)
    const { message } = matchers.toHaveReceived(aki, 'hello')
    expect(message()).toContain('Aki has blocked the account')
    await aki.unblocks()
    expect(await speak(line)).not.toHaveProperty('unheard')
    expect(aki.troubles).toEqual([])
  })

  it('reaches the bot in groups', async () => {
    const { aki, line } = listening()
    await aki.blocks()
    const turn = await aki.says('hi', { in: line.group('Team', [aki]) })
    expect(turn.events).toHaveLength(1)
    expect(turn).not.toHaveProperty('unheard')
  })
})

it('a group without the bot, and an account without a bot, say so', async () => {
  const { aki, line } = listening()
  const team = line.group('Team', [aki], { bot: false })
  expect((await aki.says('hi', { in: team })).unheard).toContain('The bot is not in Team')
  expect(team.troubles[0]).toContain('The bot is not in Team')
  const alone = createEmulator().user('Aki')
  expect((await alone.says('hi')).unheard).toContain('No bot receives this')
})

describe('rooms', () => {
  it('are found by the name that they were made with', async () => {
    const { aki, line } = listening()
    const room = line.room([aki], { name: 'Trip' })
    expect(room.name).toBe('Trip')
    expect(line.findGroup('Trip')?.id).toBe(room.id)
    const { events } = await does(line, '/people/Aki/says', { text: 'hi', in: 'Trip' })
    expect(events).toMatchObject([{ source: { type: 'room', roomId: room.id } }])
    const again = createEmulator({ state: line.snapshot() })
    expect(again.findGroup('Trip')?.id).toBe(room.id)
  })

  it('of the control API too', async () => {
    const { line } = listening()
    const made = await does(line, '/groups', { kind: 'room', name: 'Trip', members: ['Aki'] })
    expect(made).toMatchObject({ kind: 'room', name: 'Trip' })
    const { events } = await does(line, '/groups/Trip/does', { what: 'removeBot' })
    expect(events).toMatchObject([{ type: 'leave', source: { roomId: made.id } }])
    expect(await does(line, '/groups', { kind: 'room', members: ['Aki'] })).toMatchObject({
      kind: 'room',
    })
  })
})
