/** One mistake is one problem, with what to do about it. */
import { describe, expect, it } from 'vitest'
import {
  Area,
  Buttons,
  Carousel,
  Column,
  Confirm,
  createElement,
  Flex,
  Imagemap,
  ImagemapArea,
  Postback,
  QuickReply,
  RichMenu,
  Text,
  Uri,
  validate,
  type ValidateAs,
} from 'fukidashi'

const div = createElement('div', null, 'x')
const action = <Postback label="a" data="a" />
const text = <Flex.Text>Tea</Flex.Text>
const bubble = (
  <Flex.Bubble>
    <Flex.Body>{text}</Flex.Body>
  </Flex.Bubble>
)
const inFlex = (contents: unknown, altText?: string) =>
  createElement(Flex.Message, { altText }, contents)
const inBody = (child: unknown) =>
  inFlex(createElement(Flex.Bubble, null, createElement(Flex.Body, null, child)), 'Tea')
const all = (value: unknown, as?: ValidateAs) =>
  validate(value, { as }).map(({ code, path, message }) => `${code} ${path}: ${message}`)

describe('a wrong child', () => {
  it.each<[name: string, value: unknown, as?: ValidateAs]>([
    ['of a text message', <Text>{div}</Text>],
    ['of a Flex message', inFlex(div, 'Tea')],
    ['of a Flex message without altText', inFlex(div)],
    ['of a bubble', inFlex(createElement(Flex.Bubble, null, div), 'Tea')],
    ['of a Flex carousel', inFlex(createElement(Flex.Carousel, null, div), 'Tea')],
    [
      'of a hero',
      inFlex(createElement(Flex.Bubble, null, createElement(Flex.Hero, null, div)), 'T'),
    ],
    ['of a Flex text', inBody(createElement(Flex.Text, null, div))],
    ['of a Flex button', inBody(createElement(Flex.Button, null, div))],
    ['of buttons', createElement(Buttons, { altText: 'a' }, div)],
    ['instead of the text of buttons', createElement(Buttons, { altText: 'a' }, div, action)],
    ['instead of the second action', createElement(Confirm, { altText: 'a' }, 'b', action, div)],
    ['of a carousel', createElement(Carousel, null, div)],
    [
      'of the second column',
      createElement(
        Carousel,
        { altText: 'a' },
        <Column>a{action}</Column>,
        createElement(Column, null, 'b', div),
      ),
    ],
    [
      'of the first column',
      createElement(
        Carousel,
        { altText: 'a' },
        createElement(Column, null, 'b', div),
        <Column>a{action}</Column>,
      ),
    ],
    ['of a quick reply', <Text>a{createElement(QuickReply, null, div)}</Text>],
    [
      'of an imagemap area',
      <Imagemap altText="a" baseUrl="https://example.com/a" baseSize={{ width: 1040, height: 585 }}>
        {createElement(ImagemapArea, { x: 0, y: 0, width: 1, height: 1 }, div)}
      </Imagemap>,
    ],
    [
      'of an area',
      createElement(
        RichMenu,
        { size: { width: 2500, height: 843 }, selected: true, name: 'a', chatBarText: 'a' },
        createElement(Area, { x: 0, y: 0, width: 1, height: 1 }, div),
      ),
      'rich-menu',
    ],
    [
      'of an action',
      createElement(
        Buttons,
        { altText: 'a' },
        'b',
        createElement(Uri, { uri: 'https://example.com' }, 'Open'),
      ),
    ],
    ['at the top', div],
  ])('is one problem: %s', (_name, value, as) => {
    expect(all(value, as)).toEqual([expect.stringContaining('wrong_child ')])
  })

  it('hides nothing that children do not give', () => {
    const menu = createElement(RichMenu, { name: '' }, div)
    expect(validate(menu, { as: 'rich-menu' }).map(({ path }) => path)).toEqual([
      '',
      'size',
      'selected',
      'chatBarText',
      'name',
    ])
  })
})

describe('advice for a wrong child', () => {
  const message = (value: unknown, as?: ValidateAs) => all(value, as).join('\n')
  it.each<[name: string, value: unknown, advice: string, as?: ValidateAs]>([
    [
      'a Flex text in a bubble',
      inFlex(createElement(Flex.Bubble, null, text), 'T'),
      'put it into <Flex.Body>',
    ],
    [
      'a Flex box in a bubble',
      inFlex(createElement(Flex.Bubble, null, <Flex.Box layout="vertical" />), 'T'),
      'put it into <Flex.Body>',
    ],
    [
      'a Flex text in a Flex carousel',
      inFlex(createElement(Flex.Carousel, null, text), 'T'),
      'put it into <Flex.Body> of a <Flex.Bubble>',
    ],
    [
      'a Flex text in a Flex message',
      inFlex(text, 'T'),
      'put it into <Flex.Body> of a <Flex.Bubble>',
    ],
    ['a body in a Flex message', inFlex(<Flex.Body />, 'T'), 'put it into <Flex.Bubble>'],
    ['a header in a body', inBody(<Flex.Header />), 'put it into <Flex.Bubble>'],
    [
      'a text message in a bubble',
      inFlex(createElement(Flex.Bubble, null, <Text>a</Text>), 'T'),
      'did you mean <Flex.Text> in a <Flex.Body>?',
    ],
    ['a text message in a box', inBody(<Text>a</Text>), 'did you mean <Flex.Text>?'],
    ['text in a body', inBody('Tea'), 'put it into <Flex.Text>'],
    ['a style in a body', inBody(<b>Tea</b>), 'put it into <Flex.Text>'],
    ['an action in a body', inBody(action), 'put it into <Flex.Button>'],
    ['a video in a body', inBody(createElement(Flex.Video)), 'put it into <Flex.Hero>'],
    ['a Flex text as a message', text, 'did you mean <Text>?'],
    [
      'a Flex box as a message',
      <Flex.Box layout="vertical" />,
      'put it into <Flex.Body> of a <Flex.Bubble>',
    ],
    [
      'a bare action',
      <Uri label="a" uri="https://example.com" />,
      'put it into <Buttons>, <QuickReply> or <Flex.Button>',
    ],
    ['a bare column', <Column text="a" actions={[]} />, 'put it into <Carousel>'],
    [
      'a quick reply beside messages',
      <>
        {'a'}
        <QuickReply>{action}</QuickReply>
      </>,
      'put it into a message',
    ],
    ['an action in a text', createElement(Text, null, 'a', action), 'put it into <QuickReply>'],
    [
      'buttons in a carousel',
      createElement(Carousel, { altText: 'a' }, <Buttons>a{action}</Buttons>),
      'did you mean <Column>?',
    ],
    [
      'a bubble in a carousel',
      createElement(Carousel, { altText: 'a' }, bubble),
      'put it into <Flex.Carousel>',
    ],
    [
      'the label as a child',
      createElement(Uri, { uri: 'https://example.com' }, 'Open'),
      'write it as `label`',
      'action',
    ],
    [
      'two bubbles',
      createElement(Flex.Message, { altText: 'a' }, bubble, bubble, bubble),
      'put the bubbles into one <Flex.Carousel>',
    ],
    [
      'two bubbles as JSON',
      { type: 'flex', altText: 'a', contents: [{ type: 'bubble' }] },
      "use { type: 'carousel', contents: [ … ] }",
    ],
    [
      'an action as JSON',
      { type: 'uri', label: 'a', uri: 'https://example.com' },
      'actions go into templates, quick replies and Flex buttons',
    ],
  ])('%s', (_name, value, advice, as) => {
    expect(message(value, as)).toContain(advice)
    expect(message(value, as).split('\n')).toHaveLength(1)
  })

  it('quotes a long text short', () => {
    expect(
      message(createElement(Flex.Body, null, 'x'.repeat(500)), 'flex-component').length,
    ).toBeLessThan(300)
  })
})

describe('an address with blanks around it', () => {
  const uri = (uri: string) => all({ type: 'uri', label: 'a', uri }, 'action')
  const picture = (url: string) =>
    all(
      { type: 'image', originalContentUrl: url, previewImageUrl: 'https://example.com/a.jpg' },
      'message',
    )
  it.each([' ', '\n', '\r\n', '\t', '　'])(
    'is one problem that says to remove them: %j',
    (blank) => {
      for (const [found, address] of [
        [uri(`https://example.com/${blank}`), 'https://example.com/'],
        [uri(`${blank}https://example.com/`), 'https://example.com/'],
        [picture(`https://example.com/a.jpg${blank}`), 'https://example.com/a.jpg'],
        [picture(`${blank}https://example.com/a.jpg`), 'https://example.com/a.jpg'],
      ] as const)
        expect(found).toEqual([
          expect.stringMatching(`^not_encoded .* at its (?:end|beginning); write "${address}"$`),
        ])
    },
  )

  it('is encoded too where it has to be', () => {
    expect(uri('https://example.com/a b ')).toEqual([
      expect.stringContaining('write "https://example.com/a%20b"'),
    ])
  })
})

it('names the line of the wrong child, not that of its parent', () => {
  const wrong = <Flex.Text>Tea</Flex.Text>
  const tree = <Carousel altText="a">{wrong}</Carousel>
  const [problem] = validate(tree)
  expect(problem).toMatchObject({ component: '<Carousel>', source: validate(wrong)[0]?.source })
})
