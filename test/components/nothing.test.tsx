import { Buttons, Carousel, Column, Flex, Mention, Postback, render, Text } from 'fukidashi'
import { buttons, carousel, column, flex, postback, text } from 'fukidashi/builders'
import { describe, expect, it } from 'vitest'

const name = '' as string
const url = 'https://example.com/a.png'

/** JSON of the only message of a tree. */
const json = (tree: Parameters<typeof render>[0]) => render(tree, { validate: false })

describe('{name && …} with an empty name leaves nothing behind', () => {
  it('between messages', () => {
    expect(json([name && <Text>a</Text>, <Text>b</Text>])).toEqual([{ type: 'text', text: 'b' }])
    expect(
      json(
        <>
          {name && <Text>a</Text>}
          <Text>b</Text>
        </>,
      ),
    ).toEqual([{ type: 'text', text: 'b' }])
  })

  it('in text', () => {
    expect(json(<Text>Hello{name && <Mention userId={name} />}!</Text>)).toEqual([
      { type: 'text', text: 'Hello!' },
    ])
    expect(json(text('Hello', name && '!'))).toEqual([{ type: 'text', text: 'Hello' }])
    expect(JSON.stringify(<Flex.Text>{name && <b>{name}</b>}¥5</Flex.Text>)).toBe(
      JSON.stringify({ type: 'text', text: '¥5' }),
    )
    expect(
      JSON.parse(
        JSON.stringify(
          <Flex.Text>
            {name && <b>{name}</b>}
            <b>¥5</b>
          </Flex.Text>,
        ),
      ),
    ).toMatchObject({ contents: [{ type: 'span', text: '¥5' }] })
  })

  it('in templates', () => {
    const action = { type: 'postback', label: 'a', data: 'a' }
    const expected = { template: { type: 'buttons', text: 'a', actions: [action] } }
    const jsx = (
      <Buttons altText="a">
        a{name && <Postback label="b" data="b" />}
        <Postback label="a" data="a" />
      </Buttons>
    )
    const byMethod = buttons('a').actions(name && postback('b', 'b'), postback('a', 'a'))
    const byArgument = buttons('a', name && postback('b', 'b'), [name, postback('a', 'a')])
    for (const tree of [jsx, byMethod.altText('a'), byArgument.altText('a')])
      expect(json(tree)).toMatchObject([expected])
    const columns = { template: { columns: [{ text: 'a' }] } }
    expect(json(carousel().columns(name && column('b'), column('a')))).toMatchObject([columns])
    expect(
      json(
        <Carousel altText="a">
          {name && <Column>b</Column>}
          <Column>a</Column>
        </Carousel>,
      ),
    ).toMatchObject([columns])
  })

  it('in Flex', () => {
    const contents = [{ type: 'image', url }]
    const trees = [
      <Flex.Box layout="vertical">
        {name && <Flex.Text>{name}</Flex.Text>}
        <Flex.Image url={url} />
      </Flex.Box>,
      flex.vertical(name && flex.text(name), flex.image(url)),
      flex.box().contents([name && flex.text(name), flex.image(url)]),
    ]
    for (const tree of trees)
      expect(JSON.parse(JSON.stringify(tree))).toEqual({
        type: 'box',
        layout: 'vertical',
        contents,
      })
    expect(JSON.parse(JSON.stringify(<Flex.Bubble>{name && <Flex.Body />}</Flex.Bubble>))).toEqual({
      type: 'bubble',
    })
  })
})

it('keeps an empty text that is the only child, so that validation reports it', () => {
  expect(json(<Text>{name}</Text>)).toEqual([{ type: 'text', text: '' }])
  expect(json(text(name))).toEqual([{ type: 'text', text: '' }])
})
