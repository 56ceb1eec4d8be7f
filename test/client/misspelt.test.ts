/** Options and queries with unknown names are refused, with the nearest name. */
import { describe, expect, it } from 'vitest'
import { type CallOptions, LineArgumentError, LineClient } from '../../src/client/index.js'
import { clientOf, failure, groupId, roomId, userId } from './setup.js'

type Any = never

describe('a client', () => {
  it.each([
    [
      { channelAcessToken: 'x' },
      /channelAcessToken is not an option. Did you mean channelAccessToken\?/,
    ],
    [{ baseURL: 'x' }, /Did you mean baseUrl\?/],
    [{ channelSecret: 'x' }, /channelSecret is not an option\. Use channelAccessToken, baseUrl,/],
    ['abc', /options: a text is not permitted\. Use an object/],
    [['abc'], /options: an array/],
    [null, /options: null/],
    [5, /options: 5/],
    [() => 'abc', /options: a function/],
  ])('is not made with %j', (options, message) => {
    const make = () => new LineClient(options as Any)
    expect(make).toThrow(LineArgumentError)
    expect(make).toThrow(message)
  })

  it('does not repeat a token that was passed as its only argument', () => {
    expect(() => new LineClient('long-lived-token' as Any)).not.toThrow(/long-lived/)
  })

  it('takes options that are undefined', () => {
    expect(() => new LineClient({ timeout: undefined, env: undefined })).not.toThrow()
  })
})

describe('a call', () => {
  it.each([
    [{ timout: 5 }, /timout is not an option\. Did you mean timeout\?/],
    [{ retrykey: 'x' }, /Did you mean retryKey\?/],
    [{ splitt: true }, /Did you mean split\?/],
    ['abc', /options: a text/],
    [5, /options: 5/],
  ])('is not made with %j', async (options, message) => {
    const { line, server } = await clientOf()
    const wrong = options as CallOptions
    for (const call of [
      line.messages.push(userId, 'a', wrong),
      line.messages.multicast([userId], 'a', wrong),
      line.messages.broadcast('a', wrong),
      line.messages.reply('token', 'a', wrong),
      line.messages.narrowcast('a', wrong),
      line.messages.check('push', 'a', wrong),
      line.bot.info(wrong),
      line.users.profile(userId, wrong),
      line.users.followers({}, wrong).page(),
      line.content.get('1', wrong),
      line.richMenus.batch([{ type: 'unlinkAll' }], wrong),
      line.richMenus.link([userId], `richmenu-${'a'.repeat(32)}`, wrong),
      line.notifications.push('hash', 'a', wrong),
      line.call('getBotInfo', {}, wrong),
    ]) {
      const error = await failure(call, LineArgumentError)
      expect(error.code).toBe('option_invalid')
      expect(error.message).toMatch(message)
    }
    expect(server.received).toEqual([])
  })
})

describe('a query', () => {
  it('with an unknown or wrong parameter is refused', async () => {
    const { line, server } = await clientOf()
    for (const [page, message] of [
      [
        line.users.followers({ limt: 5 } as Any).page(),
        /limt is not an option. Did you mean limit\?/,
      ],
      [
        line.users.followers({ limit: '5' } as Any).page(),
        /limit is "5"; it must be a whole number/,
      ],
      [line.users.followers({ start: '' }).page(), /start is ""; it must be a string/],
      [line.users.followers({ start: ' ' }).page(), /start is " "/],
      [line.users.followers({ start: 5 } as Any).page(), /start is 5/],
      [line.users.followers('abc' as Any).page(), /options|is not an option/],
      [line.groups.memberIds(groupId, { signal: 5 } as Any).page(), /signal is not an option/],
      [line.rooms.memberIds(roomId, { strat: 'x' } as Any).page(), /Did you mean start\?/],
      [line.coupons.list({ status: [] }).page(), /status is an array/],
      [line.coupons.list({ status: [''] } as Any).page(), /status is an array/],
      [line.audiences.list({ page: '2' } as Any).page(), /page is "2"/],
      [line.audiences.list({ includesExternalPublicGroups: 'no' } as Any).page(), /true or false/],
    ] as const)
      expect((await failure(page, LineArgumentError)).message).toMatch(message)
    expect(server.received).toEqual([])
  })
})
