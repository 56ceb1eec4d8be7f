/** Taps on buttons, pictures, menus and whatever else has an action. */
/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- events of every kind are looked at as the JSON they are */
import { describe, expect, it } from 'vitest'
import {
  Buttons,
  Carousel,
  Column,
  Confirm,
  DatetimePicker,
  Flex,
  MessageAction,
  Postback,
  QuickReply,
  Text,
  Uri,
} from 'fukidashi'
import { listening, only } from './listening.js'
import { makeMenu } from './support.js'

describe('taps', () => {
  it('on postbacks show what the author wants', async () => {
    const { aki, client } = listening()
    await client.messages.push(
      aki.id,
      <Buttons altText="a">
        Pick
        <Postback label="Buy" data="buy=1" displayText="I buy" />
        <Postback label="Quiet" data="quiet" inputOption="openKeyboard" fillInText="a" />
      </Buttons>,
    )
    expect(only(await aki.taps('Buy')).postback).toEqual({ data: 'buy=1' })
    expect(aki.chat.at(-1)).toMatchObject({
      from: aki.id,
      shownOnly: true,
      message: { text: 'I buy' },
    })
    const quiet = await aki.taps('Quiet')
    expect(quiet.input).toEqual({ option: 'openKeyboard', fillInText: 'a' })
    expect(aki.chat.at(-1)).toMatchObject({ message: { text: 'I buy' } })
    const both = await aki.taps({ type: 'postback', label: 'a', data: 'd', text: 'said' })
    expect(both.events.map(({ type }) => type)).toEqual(['message', 'postback'])
  })

  it('on messages, addresses and clipboards do what they say', async () => {
    const { aki, client } = listening()
    await client.messages.push(
      aki.id,
      <Confirm altText="a">
        Sure?
        <MessageAction label="Yes" text="yes!" />
        <Uri label="Read" uri="https://a.b/c" />
      </Confirm>,
    )
    expect(only(await aki.taps('Yes')).message.text).toBe('yes!')
    expect(await aki.taps('Read')).toMatchObject({ events: [], opened: 'https://a.b/c' })
    const copy = { type: 'clipboard', label: 'Copy', clipboardText: 'abc' } as const
    expect(await aki.taps(copy)).toMatchObject({ events: [], copied: 'abc' })
  })

  it('on pickers send what was picked', async () => {
    const { aki, client } = listening()
    await client.messages.push(
      aki.id,
      <Carousel altText="a">
        <Column text="a">
          <DatetimePicker label="Day" data="d" mode="date" initial="2026-12-24" />
        </Column>
        <Column text="b">
          <DatetimePicker label="Time" data="t" mode="time" />
        </Column>
        <Column text="c">
          <DatetimePicker label="Both" data="b" mode="datetime" initial="2026-12-24t10:00" />
        </Column>
      </Carousel>,
    )
    const picked = async (label: string, pick?: string) =>
      only(await aki.taps(label, { pick })).postback
    expect(await picked('Day')).toEqual({ data: 'd', params: { date: '2026-12-24' } })
    expect(await picked('Day', '2027-01-01')).toEqual({ data: 'd', params: { date: '2027-01-01' } })
    expect(await picked('Time')).toEqual({ data: 't', params: { time: '09:00' } })
    expect(await picked('Both')).toEqual({ data: 'b', params: { datetime: '2026-12-24T10:00' } })
    await expect(aki.taps('Day', { pick: 'tomorrow' })).rejects.toThrow('not a date')
    await expect(aki.taps('Day', { pick: '2026-02-29' })).rejects.toThrow('not a date')
    await expect(aki.taps('Time', { pick: '24:00' })).rejects.toThrow('not a time')
  })

  it('on pickers with limits stay within them', async () => {
    const { aki } = listening()
    const action = {
      type: 'datetimepicker',
      label: 'a',
      data: 'd',
      mode: 'datetime',
      initial: '2026-12-24t10:00',
      min: '2026-12-24t00:00',
      max: '2026-12-31t23:59',
    } as const
    for (const pick of ['2026-12-24T00:00', '2026-12-31T23:59'])
      expect(only(await aki.taps(action, { pick })).postback.params).toEqual({ datetime: pick })
    for (const pick of ['2026-12-23T23:59', '2027-01-01T00:00'])
      await expect(aki.taps(action, { pick })).rejects.toThrow(
        'permits 2026-12-24T00:00 to 2026-12-31T23:59',
      )
  })

  it.each([
    ['now', {}, '2026-08-01T09:00'],
    [
      'at the first permitted time if now is too early',
      { min: '2026-09-01t08:30' },
      '2026-09-01T08:30',
    ],
    [
      'at the last permitted time if now is too late',
      { max: '2026-07-01T08:30' },
      '2026-07-01T08:30',
    ],
    ['at the initial time', { initial: '2027-01-01t00:00' }, '2027-01-01T00:00'],
  ])('on pickers start %s', async (_, limits, datetime) => {
    const { aki } = listening()
    const action = {
      ...({ type: 'datetimepicker', label: 'a', data: 'd', mode: 'datetime' } as const),
      ...limits,
    }
    expect(only(await aki.taps(action)).postback.params).toEqual({ datetime })
  })

  it.each([
    ['date', '2026-08-02'],
    ['time', '09:30'],
  ] as const)('on a %s picker start at the limit if now is outside', async (mode, min) => {
    const { aki } = listening()
    const action = { type: 'datetimepicker', label: 'a', data: 'd', mode, min } as const
    expect(only(await aki.taps(action)).postback.params).toEqual({ [mode]: min })
  })

  it('find the words in Flex, and the newest message first', async () => {
    const { aki, client } = listening()
    const card = (n: number) => (
      <Flex.Message altText="a">
        <Flex.Bubble>
          <Flex.Body>
            <Flex.Box layout="vertical" action={<Postback label="hidden" data={`box${n}`} />}>
              <Flex.Text>Open me</Flex.Text>
            </Flex.Box>
            <Flex.Button>
              <Postback label="Go" data={`go${n}`} />
            </Flex.Button>
          </Flex.Body>
        </Flex.Bubble>
      </Flex.Message>
    )
    await client.messages.push(aki.id, [card(1), card(2)])
    expect(only(await aki.taps('Go')).postback.data).toBe('go2')
    expect(only(await aki.taps('Open me')).postback.data).toBe('box2')
    expect(only(await aki.taps(/^open/i)).postback.data).toBe('box2')
    await expect(aki.taps('Stop')).rejects.toThrow('These can be tapped: hidden, Go.')
  })

  it('on quick replies take the bar away, unless something is still to be chosen', async () => {
    const { aki, client } = listening()
    const ask = () =>
      client.messages.push(
        aki.id,
        <Text>
          What?
          <QuickReply>
            <MessageAction label="Menu" text="menu" />
            <DatetimePicker label="Day" data="d" mode="date" />
          </QuickReply>
        </Text>,
      )
    await ask()
    await aki.taps('Day')
    expect(aki.sees()).toEqual(['Menu', 'Day'])
    await aki.taps('Menu')
    expect(aki.sees()).toEqual([])
    await ask()
    await aki.says('something else')
    expect(aki.sees()).toEqual([])
  })

  it('on camera and location buttons send what people send', async () => {
    const { aki } = listening()
    expect(only(await aki.taps({ type: 'camera', label: 'a' })).message.type).toBe('image')
    const roll = await aki.taps({ type: 'cameraRoll', label: 'a' }, { images: [{}, {}] })
    expect(roll.events).toHaveLength(2)
    const where = await aki.taps({ type: 'location', label: 'a' }, { location: { title: 'Home' } })
    expect(only(where).message).toMatchObject({ type: 'location', title: 'Home' })
  })

  it('switch rich menus, and say how it went', async () => {
    const { aki, call, line } = listening()
    const [first, second] = [await makeMenu(call), await makeMenu(call)]
    await call(`/v2/bot/user/all/richmenu/${first}`, { method: 'POST' })
    expect(aki.richMenu).toBe(first)
    const params = async () => only(await aki.taps('Other')).postback.params
    expect(await params()).toEqual({ status: 'RICHMENU_ALIAS_ID_NOTFOUND' })
    await call('/v2/bot/richmenu/alias', { body: { richMenuAliasId: 'other', richMenuId: second } })
    expect(await params()).toEqual({ newRichMenuAliasId: 'other', status: 'SUCCESS' })
    expect(aki.richMenu).toBe(second)
    expect((await call(`/v2/bot/user/${aki.id}/richmenu`)).body).toEqual({ richMenuId: second })
    line.state.richMenuAliases.set('other', `richmenu-${'0'.repeat(32)}`)
    expect(await params()).toEqual({ status: 'RICHMENU_NOTFOUND' })
    expect(only(await aki.taps({ area: 0 })).postback).toEqual({ data: 'left' })
  })

  it('on imagemaps go by area', async () => {
    const { aki, client } = listening()
    const area = { x: 0, y: 0, width: 520, height: 520 }
    await client.messages.push(aki.id, {
      type: 'imagemap',
      baseUrl: 'https://a.b/c',
      altText: 'a',
      baseSize: { width: 1040, height: 1040 },
      actions: [
        { type: 'message', text: 'left', area },
        { type: 'uri', linkUri: 'https://a.b/d', area: { ...area, x: 520 } },
      ],
    })
    expect(only(await aki.taps({ area: 0 })).message.text).toBe('left')
    expect((await aki.taps({ area: 1 })).opened).toBe('https://a.b/d')
  })
})
