/** What tests pass to people and groups by mistake. */
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'

/** An emulator as a program without types sees it. */
type Loose = Record<string, (...args: unknown[]) => unknown>

function people() {
  const line = createEmulator()
  const [aki, ken] = [line.user('Aki'), line.user('Ken')]
  const room = line.room([aki, ken], { name: 'Trip' })
  const loose = (value: object) => value as unknown as Loose
  return { line: loose(line), aki: loose(aki), ken, room, group: loose(line.group('Team', [aki])) }
}

const refusal = async (call: () => unknown): Promise<unknown> => {
  try {
    await call()
  } catch (error) {
    return [(error as { code?: string }).code, (error as Error).message]
  }
  return 'was accepted'
}

describe('an argument of the wrong kind', () => {
  it.each<[string, (all: ReturnType<typeof people>) => unknown, RegExp]>([
    ['no text', ({ aki }) => aki['says']!(), /^says: text must be a string, or an array of parts/],
    ['a number as text', ({ aki }) => aki['says']!(5), /text must be a string.*not 5/],
    ['an empty part', ({ aki }) => aki['says']!(['hi', null]), /text must be a string/],
    ['nothing to tap', ({ aki }) => aki['taps']!(), /^taps: target must be the words on what/],
    ['a number as date', ({ aki }) => aki['taps']!('D', { pick: 5 }), /pick must be a string/],
    ['a misspelt option', ({ aki }) => aki['says']!('hi', { setle: false }), /mean settle\?/],
    ['an option of another', ({ aki }) => aki['says']!('hi', { pick: 'x' }), /pick is not an opt/],
    ['a misspelt property', ({ aki }) => aki['sendsLocation']!({ adress: 'x' }), /mean address\?/],
    ['a text as bytes', ({ aki }) => aki['sendsImage']!({ bytes: 'x' }), /bytes must be a Uint8/],
    [
      'half a second',
      ({ aki }) => aki['sendsVideo']!({ duration: 0.5 }),
      /duration must be a whole/,
    ],
    ['one of several', ({ aki }) => aki['sendsImages']!([{}, { byte: 1 }]), /images\[1\].byte is/],
    ['too little', ({ aki }) => aki['linksAccount']!({ nonce: 'x' }), /linkToken must be a string/],
    ['another word', ({ aki }) => aki['meetsBeacon']!({ type: 'exit' }), /enter, banner or stay/],
    ['options as text', ({ aki }) => aki['blocks']!('now'), /options must be an object/],
    [
      'a person as place',
      ({ aki, ken }) => aki['says']!('x', { in: ken }),
      /in must be a group or/,
    ],
    ['a name as person', ({ group }) => group['adds']!('Ken'), /people must be people of this/],
    ['a place to look', ({ aki, ken }) => aki['sees']!({ in: ken }), /in must be a group or room/],
    [
      'a misspelt property of a person',
      ({ line }) => line['user']!('Mei', { langauge: 'ja' }),
      /mean/,
    ],
    ['a person without a name', ({ line }) => line['user']!(5), /name of a person must be a str/],
    ['a misspelt option of a room', ({ line }) => line['room']!([], { nmae: 'x' }), /mean name\?/],
    ['a name in a group', ({ line }) => line['group']!('New', ['Ken']), /array of what line.user/],
  ])('is refused: %s', async (_, act, message) => {
    expect(await refusal(() => act(people()))).toEqual([
      'option_invalid',
      expect.stringMatching(message),
    ])
  })

  it.each([
    ['quota', -1],
    ['quota', 'many'],
    ['replyTokenLife', Number.NaN],
    ['narrowcastTime', -5],
    ['smallestReach', 0.5],
    ['clock', 5],
    ['random', 0.5],
  ])('is refused as an option of the emulator: %s: %s', (name, value) => {
    expect(() => createEmulator({ [name]: value })).toThrow(new RegExp(`^${name}`))
  })
})

describe('a chat', () => {
  it('is addressed by the name of its group or room, as over the control API', async () => {
    const { aki, room } = people()
    await aki['says']!('hello', { in: 'Trip' })
    expect(room.chat).toHaveLength(1)
    expect(aki['sees']!({ in: room.id })).toEqual([])
  })

  it('that does not exist is an error with its name', async () => {
    const { aki } = people()
    expect(await refusal(() => aki['says']!('hello', { in: 'Trap' }))).toEqual([
      'group_not_found',
      expect.stringContaining('"Trap"'),
    ])
  })
})
