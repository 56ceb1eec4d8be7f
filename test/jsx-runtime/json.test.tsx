/** Plain JSON and elements inside each other. */
import { Buttons, compile, Flex, MessageAction, Postback, Text } from 'fukidashi'
import { describe, expect, it } from 'vitest'

describe('JSON and elements', () => {
  it('nest both ways at any depth', () => {
    const [message] = compile(
      <Text
        quickReply={{
          items: [{ type: 'action', action: <MessageAction label="a" text="a" /> }],
        }}
      >
        hi
      </Text>,
    )
    expect(message).toEqual({
      type: 'text',
      text: 'hi',
      quickReply: {
        items: [{ type: 'action', action: { type: 'message', label: 'a', text: 'a' } }],
      },
    })
    expect(
      compile({
        type: 'template',
        altText: 'a',
        template: {
          type: 'buttons',
          text: 'b',
          actions: [<Postback label="c" data="d" />, { type: 'message', label: 'e', text: 'f' }],
        },
      }),
    ).toEqual([
      {
        type: 'template',
        altText: 'a',
        template: {
          type: 'buttons',
          text: 'b',
          actions: [
            { type: 'postback', label: 'c', data: 'd' },
            { type: 'message', label: 'e', text: 'f' },
          ],
        },
      },
    ])
  })

  it('permit your own components where JSON is permitted', () => {
    const Buy = ({ id }: { id: number }) => <Postback label="Buy" data={`buy=${id}`} />
    expect(
      compile(
        <Buttons altText="a" defaultAction={<Buy id={1} />}>
          b<Buy id={2} />
        </Buttons>,
      ),
    ).toMatchObject([
      { template: { defaultAction: { data: 'buy=1' }, actions: [{ data: 'buy=2' }] } },
    ])
  })

  it('drop what is undefined, and keep 0, false and empty strings', () => {
    expect(
      JSON.stringify(<Flex.Text flex={0} wrap={false} maxLines={0} text="" color={undefined} />),
    ).toBe('{"type":"text","flex":0,"wrap":false,"maxLines":0,"text":""}')
  })

  it('mix in a text too', () => {
    const emoji = { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' } as const
    expect(compile(<Text>hi {emoji}</Text>)).toEqual([
      { type: 'textV2', text: 'hi {emoji1}', substitution: { emoji1: emoji } },
    ])
  })

  it('read plain JSON according to its place', () => {
    const bubble = {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [] },
    } as const
    const column = { text: 'a', actions: [{ type: 'message', label: 'b', text: 'c' }] } as const
    expect(compile([{ type: 'carousel', contents: [bubble] }])[0]).toMatchObject({ type: 'flex' })
    expect(compile([{ type: 'carousel', columns: [column] } as never])[0]).toMatchObject({
      type: 'template',
      template: { type: 'carousel' },
    })
  })
})
