/** Children that are only blanks, tabs or line breaks: what JSX leaves between tags. */
import {
  Buttons,
  Column,
  compile,
  Confirm,
  createElement,
  Emoji,
  Flex,
  Imagemap,
  Mention,
  Postback,
  QuickReply,
  renderAsync,
  RichMenu,
  Sticker,
  Text,
  validate,
} from 'fukidashi'
import { buttons, flex, postback, text } from 'fukidashi/builders'
import { describe, expect, it } from 'vitest'

const sticker = <Sticker packageId="446" stickerId="1988" />
const everybody = <Mention all />
const smile = <Emoji productId="5ac1bfd5040ab15980c9b435" emojiId="001" />
const yes = <Postback label="Yes" data="yes" />
const no = <Postback label="No" data="no" />

const json = (node: unknown) => JSON.parse(JSON.stringify(node)) as Record<string, unknown>
const textOf = (node: unknown) => json(node)['text']
const types = (node: unknown) => compile(node as never).map(({ type }) => type)

describe('a blank beside an element that is not inline', () => {
  it('is not a message', () => {
    expect(
      types(
        <>
          <Text>Hello</Text> {sticker}
        </>,
      ),
    ).toEqual(['text', 'sticker'])
    expect(types([<Text>Hello</Text>, ' ', sticker, '\n', <Text>Bye</Text>])).toEqual([
      'text',
      'sticker',
      'text',
    ])
  })

  it('is not part of the text of a template', () => {
    const full = 'x'.repeat(60)
    const message = (
      <Buttons altText="a" title="t">
        {full} {yes} {no}
      </Buttons>
    )
    expect(validate(message)).toEqual([])
    expect(compile(message)).toMatchObject([{ template: { text: full, actions: [{}, {}] } }])
    expect(
      json(
        <Column>
          Tea {yes} {no}
        </Column>,
      ),
    ).toMatchObject({ text: 'Tea ' })
    expect(
      json(
        <Confirm altText="a">
          {'Sure?'} {yes} {no}
        </Confirm>,
      ),
    ).toMatchObject({ template: { text: 'Sure?' } })
  })

  it('is not part of a text with a quick reply', () => {
    const quick = <QuickReply>{yes}</QuickReply>
    expect(
      textOf(
        <Text>
          {'What next?'} {quick}
        </Text>,
      ),
    ).toBe('What next?')
    expect(
      textOf(
        <Text>
          {quick} {'What next?'}
        </Text>,
      ),
    ).toBe('What next?')
    expect(
      textOf(
        <Text>
          {'What'} {quick} {'next?'}
        </Text>,
      ),
    ).toBe('Whatnext?')
  })

  it('counts components, fragments, lists and promises as what they render', async () => {
    const Yes = () => yes
    const Later = async () => Promise.resolve(<>{[no]}</>)
    const message = (
      <Buttons altText="a">
        {'Sure?'} <Yes /> <Later /> <>{[yes, ' ', no]}</> {Promise.resolve(yes) as never}
      </Buttons>
    )
    expect(await renderAsync(message, { validate: false })).toMatchObject([
      { template: { text: 'Sure?', actions: [{}, {}, {}, {}, {}] } },
    ])
    const Name = () => 'Aki'
    const Everybody = async () => Promise.resolve(everybody)
    expect(
      await renderAsync(
        <Text>
          <Name /> <Everybody /> <Name />
        </Text>,
      ),
    ).toMatchObject([{ text: 'Aki {mention1} Aki' }])
  })

  it.each<[component: unknown, property: string, child: object]>([
    [Flex.Body, 'contents', <Flex.Separator />],
    [Flex.Carousel, 'contents', { type: 'bubble' }],
    [QuickReply, 'items', yes],
    [Imagemap, 'actions', { type: 'message', text: 'a' }],
    [RichMenu, 'areas', { action: { type: 'message', text: 'a' } }],
  ])('is left out where only elements are permitted: %#', (component, property, child) => {
    const element = createElement(component, null, ' ', child, ' ', child, '\n')
    expect(json(element)[property]).toHaveLength(2)
  })

  it('is left out in lists of JSON and in props', () => {
    const two = (
      <>
        {yes} {no}
      </>
    )
    expect(
      compile({
        type: 'template',
        altText: 'a',
        template: { type: 'confirm', text: 'b', actions: [two] },
      } as never),
    ).toMatchObject([{ template: { actions: [{ data: 'yes' }, { data: 'no' }] } }])
    const one = <> {yes} </>
    expect(json(<Flex.Button action={one} />)).toMatchObject({ action: { data: 'yes' } })
    expect(json(one)).toMatchObject({ type: 'postback' })
  })

  it('is left out in what builders make', () => {
    expect(json(buttons('Sure?', ' ', postback('Yes', 'yes')))).toMatchObject({
      template: { text: 'Sure?' },
    })
    expect(json(flex.text(' ', 'a ', flex.span('b').weight('bold'), ' '))).toMatchObject({
      contents: [{ text: 'a ' }, { text: 'b' }],
    })
    expect(textOf(text('\n', 'a', ' ', 'b', '\t'))).toBe('a b')
  })
})

describe('a blank', () => {
  it('stays between texts and inline elements', () => {
    expect(
      textOf(
        <Text>
          {'Hi'} {everybody} {smile} {'there'}
        </Text>,
      ),
    ).toBe('Hi {mention1} {emoji2} there')
    expect(
      json(
        <Flex.Text>
          <b>Tea</b> <b>¥500</b> <Flex.Span>today</Flex.Span> <i>only</i>
        </Flex.Text>,
      )['contents'],
    ).toMatchObject(['Tea', ' ', '¥500', ' ', 'today', ' ', 'only'].map((text) => ({ text })))
    expect(textOf(<Text>a{'\n'}b</Text>)).toBe('a\nb')
    expect(
      textOf(
        <Text>
          a <br /> b
        </Text>,
      ),
    ).toBe('a \n b')
  })

  it.each([
    [' ', 'a blank'],
    ['\t', 'a tab'],
    ['\n', 'a line break'],
    ['\r\n', 'a Windows line break'],
    [' \n\t ', 'several of them'],
  ])('is left out first and last among several: %j, %s', (blank) => {
    const children = [blank, 'a', blank, everybody, blank]
    expect(textOf(createElement(Text, null, children))).toBe(`a${blank}{mention1}`)
    expect(textOf(createElement(Text, null, blank, 'a', 1, blank))).toBe('a1')
    expect(textOf(createElement(Flex.Text, null, blank, 'a', 1, blank))).toBe('a1')
    expect(textOf(createElement(Flex.Span, null, 'a', blank, 'b'))).toBe(`a${blank}b`)
    expect(compile([blank, 'a', blank])).toEqual([{ type: 'text', text: 'a' }])
    expect(compile([null, blank, blank, sticker, blank, blank, false])).toHaveLength(1)
  })

  it('is left out first and last whatever else prints nothing', () => {
    const name = ''
    expect(
      textOf(
        <Text>
          {name} {'Tanaka'} {null}
        </Text>,
      ),
    ).toBe('Tanaka')
  })

  it('stays at the edge of a part of a text', () => {
    expect(
      json(
        <Flex.Text>
          Total
          <b> {500}</b>
          <Flex.Span> {'yen'}</Flex.Span>
        </Flex.Text>,
      )['contents'],
    ).toMatchObject([{ text: 'Total' }, { text: ' 500' }, { text: ' yen' }])
  })

  it('stays as an only child', () => {
    expect(textOf(<Text> </Text>)).toBe(' ')
    expect(textOf(<Flex.Text> </Flex.Text>)).toBe(' ')
    expect(textOf(<Flex.Span>{'\n'}</Flex.Span>)).toBe('\n')
    expect(compile(' ')).toEqual([{ type: 'text', text: ' ' }])
    expect(
      textOf(
        <Text>
          {''} {''}
        </Text>,
      ),
    ).toBe(' ')
  })

  it('is not sent where everything around it prints nothing', () => {
    const Answer = ({ late }: { late: boolean }) => (
      <>
        {late && <Text>Sorry</Text>} {late && sticker}
      </>
    )
    expect(compile(<Answer late />)).toHaveLength(2)
    expect(validate(<Answer late={false} />)).toEqual([
      expect.objectContaining({ code: 'empty', path: 'messages' }),
    ])
  })
})

describe('a string with any other character', () => {
  it.each(['　字下げ', '　', '\u00a0', '\u200b', ' a ', '\n a', '\u2028'])(
    'is never changed: %j',
    (string) => {
      expect(textOf(<Text>{string}</Text>)).toBe(string)
      expect(textOf(createElement(Text, null, string, 'b', string))).toBe(`${string}b${string}`)
      expect(textOf(createElement(Flex.Text, null, string, 'b', string))).toBe(
        `${string}b${string}`,
      )
      expect(compile([string, sticker])[0]).toEqual({ type: 'text', text: string })
    },
  )

  it('is not dropped where no text is permitted', () => {
    expect(() => json(<Flex.Box layout="vertical">{'　' as never}</Flex.Box>)).toThrow(
      '<Flex.Box> cannot hold the text "　"',
    )
  })
})

describe('a text that is only blanks', () => {
  const warnings = (value: unknown) =>
    validate(value).map(({ code, severity, path }) => `${severity} ${code} ${path}`)
  const inFlex = (...contents: object[]) => ({
    type: 'flex',
    altText: 'a',
    contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
  })
  const template = (template: object) => ({ type: 'template', altText: 'a', template })
  const actions = [{ type: 'message', label: 'a', text: 'a' }]
  const span = (text?: string) => ({ type: 'span', ...(text !== undefined && { text }) })

  it.each<[name: string, value: unknown, path: string]>([
    ['a message', { type: 'text', text: ' ' }, 'text'],
    ['line breaks', { type: 'text', text: '\n\t ' }, 'text'],
    ['JSX', <Text> </Text>, 'messages[0].text'],
    ['a string in a fragment', <> </>, 'messages[0].text'],
    ['a textV2', { type: 'textV2', text: ' ' }, 'text'],
    ['a Flex text', inFlex({ type: 'text', text: ' ' }), 'contents.body.contents[0].text'],
    [
      'a Flex text with all its spans',
      inFlex({ type: 'text', contents: [span(' '), span('\n'), span()] }),
      'contents.body.contents[0].contents',
    ],
    [
      'spans that are shown instead of the text',
      inFlex({ type: 'text', text: 'a', contents: [span(' ')] }),
      'contents.body.contents[0].contents',
    ],
    ['buttons', template({ type: 'buttons', text: ' ', actions }), 'template.text'],
    [
      'a confirm',
      template({ type: 'confirm', text: ' ', actions: [...actions, ...actions] }),
      'template.text',
    ],
    [
      'a column',
      template({ type: 'carousel', columns: [{ text: ' ', actions }] }),
      'template.columns[0].text',
    ],
  ])('is a warning: %s', (_name, value, path) => {
    expect(warnings(value)).toEqual([`warning empty ${path}`])
  })

  it('is not reported if only a span is blank, or something else is shown', () => {
    expect(warnings(inFlex({ type: 'text', contents: [span('Tea'), span(' ')] }))).toEqual([])
    expect(warnings({ type: 'text', text: '　' })).toEqual([])
    expect(warnings({ type: 'text', text: ' a' })).toEqual([])
    expect(warnings(inFlex({ type: 'text', text: ' a' }))).toEqual([])
    expect(warnings(<Text>{smile}</Text>)).toEqual([])
  })
})
