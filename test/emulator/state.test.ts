/** What is kept between runs comes back as it was. */
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { makeMenu, png, setUp, text } from './support.js'

const again = (state: string) => createEmulator({ state })

/** The bytes of what was sent last, from LINE's own operation. */
async function contentOf(line: ReturnType<typeof createEmulator>, messageId: string) {
  const response = await line.fetch(
    `https://api-data.line.me/v2/bot/message/${messageId}/content`,
    { headers: { authorization: `Bearer ${line.account.channelAccessToken}` } },
  )
  return [...new Uint8Array(await response.arrayBuffer())]
}

const few = [0, 1, 127, 128, 255]
const shared = new Uint8Array([9, ...few, 9]).buffer

describe('bytes', () => {
  it.each<[string, unknown]>([
    ['a Uint8Array', Uint8Array.from(few)],
    ['a Buffer', Buffer.from(few)],
    ['an empty Buffer', Buffer.alloc(0)],
    ['a part of a larger Buffer', Buffer.from(shared, 1, 5)],
    ['a Uint8ClampedArray', Uint8ClampedArray.from(few)],
    ['a DataView', new DataView(shared, 1, 5)],
    ['an ArrayBuffer', Uint8Array.from(few).buffer],
    ['more bytes than a call has room for arguments', Buffer.alloc(300_000, 7)],
  ])('of %s survive', async (_, bytes) => {
    const { line } = setUp()
    const { messageId } = await line.user('Aki').sendsImage({ bytes: bytes as never })
    const later = again(line.snapshot())
    const expected = ArrayBuffer.isView(bytes)
      ? [...new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)]
      : [...new Uint8Array(bytes as ArrayBuffer)]
    expect(await contentOf(later, messageId!)).toEqual(expected)
    expect(later.snapshot()).toBe(line.snapshot())
  })

  it('that an earlier version wrote as a list of numbers are read', async () => {
    const { line, call } = setUp()
    const id = await makeMenu(call)
    const image = Buffer.from(png(2500, 1686))
    const old = line.snapshot().replace(/\{"\$bytes":"[^"]*"\}/, JSON.stringify(image))
    expect(old).toContain('"type":"Buffer"')
    expect(again(old).state.richMenus.get(id)!.image!.bytes).toEqual(new Uint8Array(image))
  })
})

describe('marks of the file itself', () => {
  it.each([
    { $map: 1 },
    { $map: [['a', 1]] },
    { $bytes: 'AAAA' },
    { $bytes: 'not base64!' },
    { $$map: [] },
    { $$$bytes: '' },
    { $map: [], $bytes: '', other: 1 },
    { $map: { $map: { $bytes: null } } },
    { $mapper: 1, $: 2, '': 3, $$: 4 },
    { type: 'Buffer', data: [1, 2] },
    JSON.parse('{"__proto__":{"$map":1},"constructor":{"$bytes":2}}') as object,
  ])('are no more than data in a message: %j', (strange) => {
    const { line } = setUp()
    const aki = line.user('Aki')
    line.state.chats.get(aki.chat && aki.id)!.entries.push({
      id: '600000000000000001',
      at: 1,
      from: 'bot',
      message: { ...text('a'), strange } as never,
    })
    const later = again(line.snapshot())
    expect(JSON.stringify(later.user('Aki').messages)).toBe(JSON.stringify(aki.messages))
    expect(later.snapshot()).toBe(line.snapshot())
  })
})

it('keeps halves of emoji, and every other character', () => {
  const { line } = setUp()
  const names = ['\ud83d', '\ude00\ud83d', '\u0000\u2028\u2029"\\', '😀', '\u202e']
  for (const name of names) line.user(name)
  expect(again(line.snapshot()).users.map(({ name }) => name)).toEqual(names)
})

describe('a file that is wrong is refused, with a reason', () => {
  const good = () => {
    const { line } = setUp()
    line.user('Aki').reads()
    return JSON.parse(line.snapshot()) as Record<string, unknown>
  }

  it.each(['', '{', 'null', '1', '[]', '{}', '"a"', '{"version":1}', '{"version":2}', '\u0000'])(
    '%j',
    (state) => {
      expect(() => again(state)).toThrow(TypeError)
    },
  )

  it.each(Object.keys(good()))('%s of a wrong kind', (name) => {
    for (const wrong of [null, 'a', { $map: [['a', null]] }, { a: 1 }, [1], false]) {
      const state = { ...good(), [name]: wrong }
      let line
      try {
        line = again(JSON.stringify(state))
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError)
        continue
      }
      // What was taken can be written and read again.
      expect(() => again(line.snapshot())).not.toThrow()
    }
  })

  it.each([
    ['an invalid map', (text: string) => text.replace('"$map":[', '"$map":"a","x":[')],
    ['bytes that are not base64', (text: string) => text.replace(/"\$bytes":"/, '"$bytes":"!')],
    ['a half', (text: string) => text.slice(0, text.length / 2)],
  ])('%s', async (_, spoil) => {
    const { line } = setUp()
    await line.user('Aki').sendsImage()
    const text = line.snapshot()
    expect(spoil(text)).not.toBe(text)
    expect(() => again(spoil(text))).toThrow(TypeError)
  })
})
