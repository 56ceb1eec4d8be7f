/** Invalid arguments are reported before anything is sent, with advice. */
import { describe, expect, it } from 'vitest'
import {
  LineApiError,
  LineArgumentError,
  LineClient,
  statelessToken,
} from '../../src/client/index.js'
import { clientOf, failure, userId } from './setup.js'

/** Calls that JavaScript, or an `any`, lets through. */
type Loose = Record<string, Record<string, (...all: unknown[]) => Promise<unknown>>>

async function refused(act: (line: Loose) => Promise<unknown>): Promise<string> {
  const { line, server } = await clientOf()
  const { message, code } = await failure(act(line as unknown as Loose), LineArgumentError)
  expect(server.received).toEqual([])
  return `${code}: ${message}`
}

describe('an invalid recipient', () => {
  it.each([undefined, null, '', 5, [userId]])('%j is refused by push', async (to) => {
    expect(await refused((line) => line['messages']!['push']!(to, 'a'))).toMatch(
      /parameter_invalid: push needs the id of a user, group or room as a string, and got .*ctx\.chatId/,
    )
  })

  it.each([undefined, null, ''])('%j is refused by reply', async (token) => {
    expect(await refused((line) => line['messages']!['reply']!(token, 'a'))).toMatch(
      /parameter_invalid: reply needs the replyToken of an event, and got .*unfollow/,
    )
  })

  it.each([undefined, userId, [userId, undefined], [userId, '']])(
    '%j is refused by multicast',
    async (to) => {
      expect(await refused((line) => line['messages']!['multicast']!(to, 'a'))).toMatch(
        /parameter_invalid: multicast needs an array of user ids/,
      )
    },
  )
})

describe('other arguments', () => {
  it.each([undefined, 'menu.png', 5, {}])('%j is not an image', async (image) => {
    expect(await refused((line) => line['richMenus']!['setImage']!('richmenu-1', image))).toMatch(
      /image_invalid: .*await readFile\('menu\.png'\)/,
    )
  })

  it.each([undefined, null, 5])('%j is not a message with content', async (message) => {
    expect(await refused((line) => line['content']!['get']!(message))).toMatch(
      /parameter_invalid: .*id of a message/,
    )
  })

  it.each(['\ud83d', 'a\ude00', '\ude00\ud83d', '.', '..', ''])('%j is not an id', async (id) => {
    for (const call of [
      (line: Loose) => line['users']!['profile']!(id),
      (line: Loose) => line['content']!['get']!(id),
    ])
      expect(await refused(call)).toMatch(
        /parameter_invalid: .*(?:id that LINE gave|id of a|half of a character)/,
      )
  })

  it.each([0, 4, 7, 65, 7.5, '20'])(
    '%j is not a duration of the loading animation',
    async (seconds) => {
      expect(await refused((line) => line['chats']!['showLoading']!(userId, seconds))).toMatch(
        /parameter_invalid: .*5 to 60 in steps of 5/,
      )
    },
  )

  it('an operation that does not exist is named', async () => {
    const call = (line: Loose) => (line as unknown as Loose[string])['call']!('pushMesage', {})
    expect(await refused(call)).toMatch(/parameter_invalid: .*"pushMesage".*migrating/)
    for (const name of ['toString', '__proto__'])
      expect(
        await refused((line) => (line as unknown as Loose[string])['call']!(name, {})),
      ).toMatch(/parameter_invalid/)
  })

  it.each([0, -1, NaN, '5'])('a client is not made with the timeout %j', (timeout) => {
    expect(() => new LineClient({ channelAccessToken: 't', timeout: timeout as number })).toThrow(
      /timeout: .* milliseconds/,
    )
  })
})

describe('advice', () => {
  it('of a token that is not issued is about the credentials', async () => {
    const refusal = { error: 'invalid_client', error_description: 'invalid client_secret' }
    const { line } = await clientOf(
      { status: 400, body: refusal },
      { channelAccessToken: statelessToken({ channelId: '1', channelSecret: 'xxxx' }) },
    )
    const error = await failure(line.bot.info(), LineApiError)
    expect(error.code).toBe('credentials_invalid')
    expect(error.message).toMatch(/Check the channel's id and its secret or key/)
    expect(error.message).not.toMatch(/access token\./)
  })

  it.each([
    ['[null]', [null, 5, { message: 7, property: 8 }, { message: 'good' }]],
    ['no list', 'details'],
  ])('LINE’s message is read, however odd its details are: %s', async (_, details) => {
    const { line } = await clientOf({ status: 400, body: { message: 'odd', details } })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error).toMatchObject({ code: 'request_invalid', lineMessage: 'odd', accepted: 'no' })
  })

  it('names the limit when a request is too large', async () => {
    const { line } = await clientOf({ status: 413, body: '' })
    const error = await failure(line.messages.push(userId, 'a'), LineApiError)
    expect(error.message).toMatch(/2 MB/)
  })
})
