/** What people send when a test does not say more: contents as phones send them. */
/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument -- events of every type are read as JSON */
import { describe, expect, it } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { control } from '../../src/emulator/control/control.js'
import type { Emulator, Turn, User } from '../../src/emulator/index.js'
import { usualPlace } from '../../src/page/generated/deeds.js'
import { listening, only } from './listening.js'
import { png } from './support.js'

/** Sends by the control API what a method of people sends. */
const byControl = async (line: Emulator, body: object): Promise<Turn> => {
  const { body: answer, status } = await control(line, {
    method: 'POST',
    path: '/_fukidashi/people/Aki/sends',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    host: undefined,
  })
  expect([status, answer]).toEqual([200, expect.any(String)])
  return JSON.parse(answer as string) as Turn
}

const content = async (line: Emulator, id: string, preview = false) => {
  const response = await line.fetch(
    `https://api-data.line.me/v2/bot/message/${id}/content${preview ? '/preview' : ''}`,
    { headers: { authorization: `Bearer ${line.account.channelAccessToken}` } },
  )
  expect(response.status).toBe(200)
  return {
    type: response.headers.get('content-type'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

/** Each as a test, and as a program in another language, sends it. */
const ways = (type: string, method: (aki: User) => Promise<Turn>) =>
  [
    [`${type} in a test`, (line: Emulator) => method(line.user('Aki'))],
    [`${type} by the control API`, (line: Emulator) => byControl(line, { type })],
    [
      `${type} as the page sends its sample`,
      (line: Emulator) => byControl(line, { type, data: null }),
    ],
  ] as const

describe('without options', () => {
  it.each([
    ...ways('image', (aki) => aki.sendsImage()),
    [
      'a tap on a camera button',
      (line: Emulator) => line.user('Aki').taps({ type: 'camera', label: 'a' }),
    ],
    ['several images', (line: Emulator) => line.user('Aki').sendsImages([{}])],
  ] as const)('%s is a JPEG of real size', async (_, send) => {
    const { line } = listening()
    const { message } = only(await send(line))
    const { type, bytes } = await content(line, message.id)
    expect(type).toBe('image/jpeg')
    expect(readImageHeader(bytes)).toEqual({ type: 'image/jpeg', width: 1440, height: 1080 })
    expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9])
    const preview = await content(line, message.id, true)
    expect(preview.type).toBe('image/jpeg')
    expect(readImageHeader(preview.bytes)).toMatchObject({ width: 240, height: 180 })
  })

  it.each(ways('video', (aki) => aki.sendsVideo()))(
    '%s has a duration and a preview',
    async (_, send) => {
      const { line } = listening()
      const { message } = only(await send(line))
      expect(message).toMatchObject({ type: 'video', duration: 3_000 })
      const { type, bytes } = await content(line, message.id)
      expect(type).toBe('video/mp4')
      expect(Buffer.from(bytes).subarray(4, 8).toString()).toBe('ftyp')
      const preview = await content(line, message.id, true)
      expect(preview.type).toBe('image/jpeg')
      expect(readImageHeader(preview.bytes)).toMatchObject({ width: 320, height: 180 })
    },
  )

  it.each(ways('audio', (aki) => aki.sendsAudio()))('%s has a duration', async (_, send) => {
    const { line } = listening()
    const { message } = only(await send(line))
    expect(message).toMatchObject({ type: 'audio', duration: 2_000 })
    const { type, bytes } = await content(line, message.id)
    expect(type).toBe('audio/x-m4a')
    expect(Buffer.from(bytes).subarray(4, 8).toString()).toBe('ftyp')
  })

  it.each(ways('file', (aki) => aki.sendsFile()))('%s is text with its size', async (_, send) => {
    const { line } = listening()
    const { message } = only(await send(line))
    const { type, bytes } = await content(line, message.id)
    expect(message).toMatchObject({ fileName: 'file.txt', fileSize: bytes.length })
    expect(type).toBe('text/plain')
  })

  it.each(ways('location', (aki) => aki.sendsLocation()))(
    '%s has title and address, as on the page',
    async (_, send) => {
      expect(only(await send(listening().line)).message).toMatchObject(usualPlace)
    },
  )

  it.each(ways('sticker', (aki) => aki.sendsSticker()))('%s has keywords', async (_, send) => {
    const { keywords } = only(await send(listening().line)).message
    expect(keywords).toEqual(expect.arrayContaining(['Hello', 'hi']))
    expect(keywords.length).toBeLessThanOrEqual(15)
  })
})

describe('with options', () => {
  it('any sticker has keywords, those of the options if there are some', async () => {
    const { aki, line } = listening()
    const sticker = { packageId: '789', stickerId: '10855' }
    expect(only(await aki.sendsSticker(sticker)).message.keywords).toContain('hi')
    expect(only(await byControl(line, { type: 'sticker', ...sticker })).message.keywords).toContain(
      'hi',
    )
    const own = { type: 'sticker', keywords: ['tea'], resourceType: 'MESSAGE', text: 'Tea!' }
    expect(only(await byControl(line, own)).message).toMatchObject({
      keywords: ['tea'],
      stickerResourceType: 'MESSAGE',
      text: 'Tea!',
    })
    expect(only(await aki.sendsSticker({ keywords: [] })).message).not.toHaveProperty('keywords')
  })

  it('another place does not have the title and address of the usual one', async () => {
    const { aki } = listening()
    const { message } = only(await aki.sendsLocation({ latitude: 1, longitude: 2 }))
    expect(message).toMatchObject({ latitude: 1, longitude: 2 })
    expect(message).not.toHaveProperty('title')
    expect(message).not.toHaveProperty('address')
    const named = only(await aki.sendsLocation({ title: 'Home' })).message
    expect(named).toMatchObject({ ...usualPlace, title: 'Home' })
  })

  it('own bytes have their own type and duration', async () => {
    const { aki, line } = listening()
    const picture = only(await aki.sendsImage({ bytes: png(20, 10) })).message
    expect((await content(line, picture.id)).type).toBe('image/png')
    expect(readImageHeader((await content(line, picture.id, true)).bytes)).toMatchObject({
      width: 20,
    })
    const recording = (await content(line, only(await aki.sendsAudio()).message.id)).bytes
    const sent = await byControl(line, {
      type: 'video',
      data: Buffer.from(recording).toString('base64'),
    })
    expect(only(sent).message.duration).toBe(2_000)
    expect(only(await aki.sendsVideo({ bytes: recording, duration: 7 })).message.duration).toBe(7)
    const unknown = only(await aki.sendsAudio({ bytes: new Uint8Array([1, 2, 3]) })).message
    expect(unknown).not.toHaveProperty('duration')
  })

  it('durations of other MP4 files are read', async () => {
    const { aki } = listening()
    const box = (name: string, ...parts: Uint8Array[]) => {
      const content = Buffer.concat(parts)
      const head = Buffer.alloc(8)
      head.writeUInt32BE(content.length + 8)
      head.write(name, 4)
      return Buffer.concat([head, content])
    }
    const long = Buffer.alloc(108)
    long[0] = 1
    long.writeUInt32BE(600, 20)
    long.writeBigUInt64BE(900n, 24)
    const unknown = Buffer.alloc(100)
    unknown.writeUInt32BE(1000, 12)
    unknown.writeUInt32BE(0xffffffff, 16)
    const large = Buffer.concat([
      Buffer.from([0, 0, 0, 1]),
      Buffer.from('mdat'),
      Buffer.from([0, 0, 0, 0, 0, 0, 0, 20, 1, 2, 3, 4]),
    ])
    const duration = async (bytes: Uint8Array): Promise<unknown> =>
      only(await aki.sendsAudio({ bytes })).message.duration
    expect(await duration(Buffer.concat([large, box('moov', box('mvhd', long))]))).toBe(1_500)
    for (const bytes of [
      box('moov', box('mvhd', unknown)),
      box('moov', box('mvhd')),
      box('moov'),
      Buffer.concat([Buffer.from([0, 0, 0, 4]), Buffer.from('free')]),
      Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from('free')]),
      box('moov', box('mvhd', long)).subarray(0, 40),
      new Uint8Array(),
    ])
      expect(await duration(bytes)).toBeUndefined()
  })

  it('media from elsewhere have no duration that LINE could read', async () => {
    const external = { originalContentUrl: 'https://example.com/a.mp4' }
    expect(only(await listening().aki.sendsVideo({ external })).message).not.toHaveProperty(
      'duration',
    )
  })
})
