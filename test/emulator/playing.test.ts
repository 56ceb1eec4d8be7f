/** Videos and recordings that people play, and the figures that are made of it. */
import { expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { caller, setUp, text } from './support.js'

const DAY = 86_400_000
const url = (name: string) => `https://example.com/${name}`

const video = {
  type: 'video',
  originalContentUrl: url('v.mp4'),
  previewImageUrl: url('v.png'),
  trackingId: 'intro',
}
const audio = { type: 'audio', originalContentUrl: url('a.m4a'), duration: 1_000 }

async function sent(options: Parameters<typeof setUp>[0] = {}) {
  const { line, clock, call } = setUp({ privacy: 0, webhook: () => new Response(), ...options })
  const people = ['Aki', 'Ken', 'Mei'].map((name) => line.user(name))
  const { headers } = await call('/v2/bot/message/multicast', {
    body: {
      to: people.map(({ id }) => id),
      messages: [text('look'), video, audio],
      customAggregationUnits: ['tour'],
    },
  })
  const requestId = headers.get('x-line-request-id')!
  const figures = async () =>
    (await call(`/v2/bot/insight/message/event?requestId=${requestId}`)).body as unknown as {
      overview: Record<string, number | null>
      messages: Record<string, number | null>[]
    }
  return { line, clock, call, people, figures }
}

it('are counted by how far they were played, and by person', async () => {
  const { people, figures } = await sent()
  const [aki, ken, mei] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
  const messageId = aki.chat[1]!.id
  await aki.plays({ messageId, percent: 30 })
  await aki.plays({ messageId })
  await ken.plays({ messageId: ken.chat[1]!.id, percent: 10 })
  await mei.plays() // The newest: the recording
  const { overview, messages } = await figures()
  expect(overview).toMatchObject({ uniqueMediaPlayed: 3, uniqueMediaPlayed100Percent: 2 })
  expect(messages[0]).toMatchObject({ seq: 1, mediaPlayed: 0, uniqueMediaPlayed: 0 })
  expect(messages[1]).toEqual({
    seq: 2,
    impression: 0,
    mediaPlayed: 3,
    mediaPlayed25Percent: 2,
    mediaPlayed50Percent: 1,
    mediaPlayed75Percent: 1,
    mediaPlayed100Percent: 1,
    uniqueMediaPlayed: 2,
    uniqueMediaPlayed25Percent: 1,
    uniqueMediaPlayed50Percent: 1,
    uniqueMediaPlayed75Percent: 1,
    uniqueMediaPlayed100Percent: 1,
  })
  expect(messages[2]).toMatchObject({ seq: 3, mediaPlayed: 1, uniqueMediaPlayed100Percent: 1 })
})

it('are counted for units too', async () => {
  const { call, people } = await sent()
  for (const one of people) await one.plays({ messageId: one.chat[1]!.id, percent: 50 })
  const { body } = await call(
    '/v2/bot/insight/message/event/aggregation?customAggregationUnit=tour&from=20260801&to=20260802',
  )
  expect(body).toMatchObject({ overview: { uniqueMediaPlayed: 3, uniqueMediaPlayed100Percent: 0 } })
  expect((body['messages'] as object[])[1]).toMatchObject({
    mediaPlayed50Percent: 3,
    mediaPlayed75Percent: 0,
  })
})

it('are hidden while few have played them, and counted for a fortnight', async () => {
  const few = await sent({ privacy: 20 })
  await few.people[0]!.plays()
  expect((await few.figures()).overview).toMatchObject({ uniqueMediaPlayed: null })

  const { clock, people, figures } = await sent()
  clock.advance(14 * DAY)
  await people[0]!.plays()
  clock.advance(1)
  await people[1]!.plays()
  people[1]!.reads()
  const { overview } = await figures()
  expect(overview).toMatchObject({ uniqueMediaPlayed: 1, uniqueImpression: 0 })
})

it('send an event when a video with a trackingId ends, in chats with one person', async () => {
  const { people, line } = await sent()
  const [aki] = people
  const messageId = aki!.chat[1]!.id
  expect((await aki!.plays({ messageId, percent: 99 })).events).toEqual([])
  const { events } = await aki!.plays({ messageId })
  expect(events).toEqual([
    expect.objectContaining({
      type: 'videoPlayComplete',
      videoPlayComplete: { trackingId: 'intro' },
      replyToken: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    }),
  ])
  await expect(aki!.plays({ messageId: 'x' })).rejects.toThrow('no video or recording x')
  await expect(line.user('New').plays()).rejects.toThrow('no video or recording')
  await expect(aki!.plays({ percent: 101 })).rejects.toThrow('from 0 to 100')
})

it('knows hero videos, and forgets nothing between runs', async () => {
  const { line, call } = setUp({ privacy: 0 })
  const aki = line.user('Aki')
  const hero = {
    type: 'video',
    url: url('v.mp4'),
    previewUrl: url('v.png'),
    aspectRatio: '16:9',
    altContent: { type: 'image', url: url('v.png'), size: 'full', aspectRatio: '16:9' },
  }
  const body = { type: 'box', layout: 'vertical', contents: [text('a')] }
  const flex = {
    type: 'flex',
    altText: 'a',
    contents: { type: 'bubble', size: 'mega', hero, body },
  }
  const { headers, status } = await call('/v2/bot/message/push', {
    body: { to: aki.id, messages: [flex] },
  })
  expect(status).toBe(200)
  await aki.plays()
  const again = createEmulator({ state: line.snapshot(), privacy: 0 })
  const { body: figures } = await caller(again)(
    `/v2/bot/insight/message/event?requestId=${headers.get('x-line-request-id')!}`,
  )
  expect(figures['overview']).toMatchObject({ uniqueMediaPlayed: 1 })
})
