/** What can be tapped, and by which names. */
/* eslint-disable @typescript-eslint/no-unsafe-member-access -- events of every kind are looked at as the JSON they are */
import { describe, expect, it } from 'vitest'
import { listening, only } from './listening.js'
import { makeMenu } from './support.js'

describe('what can be tapped', () => {
  const postback = (data: string, more = {}) => ({ type: 'postback', data, ...more }) as const
  const text = (words: string, more = {}) => ({ type: 'text', text: words, ...more })
  const box = (contents: object[], more = {}) => ({
    type: 'box',
    layout: 'vertical',
    contents,
    ...more,
  })
  const bubble = (parts: object) => ({ type: 'bubble', ...parts })
  const picture = { type: 'image', url: 'https://a.b/cat.png?size=1' }
  const flex = (contents: object) => ({ type: 'flex', altText: 'a', contents })
  const image = 'https://a.b/c.png'
  const template = (json: object) => ({ type: 'template', altText: 'a', template: json })
  const area = { x: 0, y: 0, width: 520, height: 520 }
  const imagemap = (more: object) => ({
    type: 'imagemap',
    baseUrl: 'https://a.b/c',
    altText: 'a',
    baseSize: { width: 1040, height: 1040 },
    actions: [],
    ...more,
  })
  const action = postback('tapped')
  const other = postback('other', { label: 'Other' })

  it.each<[string, object, (string | RegExp)[]]>([
    [
      'a bubble, by any of its words',
      flex(
        bubble({
          action,
          header: box([text('New')]),
          hero: picture,
          body: box([text('Green tea'), box([text('500'), text('yen')])]),
          footer: box([text('Today only')]),
        }),
      ),
      ['New', 'Green tea', 'yen', 'Today only', /green/i, 'New Green tea 500 yen Today only'],
    ],
    [
      'a bubble of a carousel',
      flex({ type: 'carousel', contents: [bubble({ action, body: box([text('Tea')]) })] }),
      ['Tea'],
    ],
    ['a bubble with a picture only', flex(bubble({ action, hero: picture })), ['cat.png']],
    [
      'a bubble with a box as its hero',
      flex(bubble({ action, hero: box([text('Tea')]) })),
      ['Tea'],
    ],
    [
      'a box, by one of its texts or all of them',
      flex(bubble({ body: box([box([text('Tea'), text('500')], { action })]) })),
      ['Tea', '500', 'Tea500', 'Tea 500'],
    ],
    [
      'a text, over several lines',
      flex(bubble({ body: box([text('Choose\n a day', { action })]) })),
      ['Choose a day', 'Choose\n a day'],
    ],
    [
      'a text of spans, by all of them or one',
      flex(
        bubble({
          body: box([
            text('not shown', {
              action,
              contents: [
                { type: 'span', text: 'Total ' },
                { type: 'span', text: '¥500' },
              ],
            }),
          ]),
        }),
      ),
      ['Total ¥500', 'Total', '¥500'],
    ],
    [
      'a box with an icon and a text',
      flex(
        bubble({
          body: box([
            {
              type: 'box',
              layout: 'baseline',
              action,
              contents: [{ type: 'icon', url: image }, text('4.0')],
            },
          ]),
        }),
      ),
      ['4.0'],
    ],
    [
      'a box with an icon only',
      flex(
        bubble({
          body: box([
            { type: 'box', layout: 'baseline', action, contents: [{ type: 'icon', url: image }] },
          ]),
        }),
      ),
      ['c.png'],
    ],
    ['a picture', flex(bubble({ body: box([{ ...picture, action }]) })), ['cat.png', 'tapped']],
    [
      'a picture, by the text that it sends',
      flex(bubble({ hero: { ...picture, action: postback('tapped', { displayText: 'Cats' }) } })),
      ['Cats'],
    ],
    [
      'a template, by its title or text',
      template({
        type: 'buttons',
        title: 'Tea',
        text: 'Green',
        defaultAction: action,
        actions: [other],
      }),
      ['Tea', 'Green'],
    ],
    [
      'a column of a carousel',
      template({
        type: 'carousel',
        columns: [{ title: 'Tea', text: 'Green', defaultAction: action, actions: [other] }],
      }),
      ['Tea', 'Green'],
    ],
    [
      'a picture of an image carousel',
      template({ type: 'image_carousel', columns: [{ imageUrl: image, action }] }),
      ['c.png', 'tapped'],
    ],
    [
      'a picture with a label of an image carousel',
      template({
        type: 'image_carousel',
        columns: [{ imageUrl: image, action: { ...action, label: 'Cat' } }],
      }),
      ['Cat'],
    ],
    [
      'a quick reply',
      {
        type: 'text',
        text: 'a',
        quickReply: { items: [{ type: 'action', action: { ...action, label: 'Yes' } }] },
      },
      ['Yes', /^y/gi],
    ],
  ])('%s', async (_, message, targets) => {
    for (const target of targets) {
      const { aki, call } = listening()
      const body = { to: aki.id, messages: [message] }
      expect(await call('/v2/bot/message/push', { body })).toMatchObject({ status: 200 })
      expect(only(await aki.taps(target)).postback.data).toBe('tapped')
    }
  })

  it('an area of an imagemap, by its label, else its text, else its number', async () => {
    const { aki, call } = listening()
    const actions = [
      { type: 'message', label: 'Left', text: 'left!', area },
      { type: 'message', text: 'right!', area },
      { type: 'clipboard', clipboardText: 'CODE', area },
      { type: 'uri', linkUri: 'https://a.b/d', area },
    ]
    const video = {
      originalContentUrl: 'https://a.b/v.mp4',
      previewImageUrl: image,
      area,
      externalLink: { linkUri: 'https://a.b/more', label: 'See more' },
    }
    const body = { to: aki.id, messages: [imagemap({ actions, video })] }
    expect(await call('/v2/bot/message/push', { body })).toMatchObject({ status: 200 })
    expect(aki.sees()).toEqual(['Left', 'right!', 'CODE', 'area 3', 'See more'])
    expect(only(await aki.taps('Left')).message.text).toBe('left!')
    expect(only(await aki.taps('right!')).message.text).toBe('right!')
    expect((await aki.taps('CODE')).copied).toBe('CODE')
    expect((await aki.taps('area 3')).opened).toBe('https://a.b/d')
    expect((await aki.taps({ area: 3 })).opened).toBe('https://a.b/d')
    expect((await aki.taps('See more')).opened).toBe('https://a.b/more')
    await expect(aki.taps('Right')).rejects.toThrow(
      'These can be tapped: Left, right!, CODE, area 3, See more.',
    )
    await expect(aki.taps({ area: 9 })).rejects.toThrow('sees no "area 9" to tap')
  })

  it('an area of a rich menu, by its label, else its text, else its number', async () => {
    const { aki, call } = listening()
    const bounds = { x: 0, y: 0, width: 500, height: 500 }
    const areas = [
      { ...action, label: 'Menu' },
      { type: 'message', text: 'hello' },
      postback('shown', { displayText: 'I buy' }),
      { type: 'uri', uri: 'https://a.b/c' },
      postback('bare'),
    ].map((one) => ({ bounds, action: one }))
    const id = await makeMenu(call, { areas })
    await call(`/v2/bot/user/all/richmenu/${id}`, { method: 'POST' })
    expect(aki.sees()).toEqual(['Menu', 'hello', 'I buy', 'area 3', 'area 4'])
    expect(only(await aki.taps('Menu')).postback.data).toBe('tapped')
    expect(only(await aki.taps('hello')).message.text).toBe('hello')
    expect(only(await aki.taps('I buy')).postback.data).toBe('shown')
    expect((await aki.taps('area 3')).opened).toBe('https://a.b/c')
    expect(only(await aki.taps('area 4')).postback.data).toBe('bare')
    await expect(aki.taps('Nothing')).rejects.toThrow('Menu, hello, I buy, area 3, area 4.')
  })

  it('words come before what is sent, and the innermost part before the one around it', async () => {
    const { aki, call } = listening()
    const inner = text('Buy', { action: postback('inner') })
    const card = bubble({ action, body: box([text('Tea'), inner]) })
    const messages = [
      flex(card),
      {
        type: 'text',
        text: 'a',
        quickReply: {
          items: [{ type: 'action', action: { type: 'message', label: 'Of course', text: 'Tea' } }],
        },
      },
    ]
    await call('/v2/bot/message/push', { body: { to: aki.id, messages } })
    expect(aki.sees()).toEqual(['Of course', 'Buy', 'Tea'])
    expect(only(await aki.taps('Buy')).postback.data).toBe('inner')
    expect(only(await aki.taps('Tea')).postback.data).toBe('tapped')
  })

  it('errors list at most thirty targets', async () => {
    const { aki, call } = listening()
    const texts = Array.from({ length: 40 }, (_, i) => text(`Tea ${i}`, { action }))
    const messages = [flex(bubble({ body: box(texts) }))]
    await call('/v2/bot/message/push', { body: { to: aki.id, messages } })
    await expect(aki.taps('Coffee')).rejects.toThrow(/Tea 0, .*Tea 29 and 10 more\.$/)
  })
})
