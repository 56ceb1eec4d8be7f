/** Problems of parts of menus and imagemaps name the part, its line, and the area that it makes. */
import { describe, expect, it } from 'vitest'
import { ImagemapArea, MessageAction, Postback, Sticker, Uri } from '../../src/components/index.js'
import type { ElementNode } from '../../src/jsx-runtime/element.js'
import { validate } from '../../src/render/index.js'
import {
  Cell,
  Column,
  Icon,
  Imagemap,
  Picture,
  Place,
  RichMenu,
  Row,
  Tab,
  Text,
  VideoCell,
} from '../../src/rich-menu/index.js'

const tea = (
  <Cell>
    <MessageAction text="tea" />
    Tea
  </Cell>
)
const address = 'https://example.com/a'
const tap = <Uri uri={address} />
const sticker = <Sticker packageId="446" stickerId="1988" />
const lineOf = (element: unknown) => (element as ElementNode).source!.lineNumber
const Menu = ({ children }: { children: unknown }) => (
  <RichMenu chatBarText="Menu">
    {tea}
    <Row>
      <>{children as never}</>
    </Row>
  </RichMenu>
)
const Map = ({ children }: { children: unknown }) => (
  <Imagemap baseUrl={address} altText="Map" height={500}>
    {tea}
    <Row>
      <>{children as never}</>
    </Row>
  </Imagemap>
)

/** Props that types refuse. */
type Wrong = Parameters<typeof Tab>[0] &
  Parameters<typeof Icon>[0] &
  Parameters<typeof Place>[0] &
  Parameters<typeof Picture>[0] &
  Parameters<typeof VideoCell>[0]
const wrong = (props: object) => props as Wrong

type Case = [
  name: string,
  part: unknown,
  message: string,
  path: string,
  component: RegExp,
  of?: 'child',
]

/** The line of an element, or of its first child. */
const lineIn = (part: unknown, of?: 'child') =>
  lineOf(of ? [(part as ElementNode).props['children']].flat()[0] : part)

describe('in a menu', () => {
  it.each<Case>([
    [
      'a tab without `to`',
      <Tab {...wrong({})}>A</Tab>,
      '<Tab>: to is missing; it must be the key',
      'areas[1].action.richMenuAliasId',
      /<Tab>$/,
    ],
    [
      'a tab with an empty `to`',
      <Tab to="">A</Tab>,
      '<Tab>: to is ""; it must be the key',
      'areas[1].action.richMenuAliasId',
      /<Tab>$/,
    ],
    [
      'a tab with a number',
      <Tab to={5 as never}>A</Tab>,
      '<Tab>: to is 5; it must be the key',
      'areas[1].action.richMenuAliasId',
      /<Tab>$/,
    ],
    [
      'a tab with a key that LINE refuses',
      <Tab to="Home!">A</Tab>,
      'richMenuAliasId is "Home!"',
      'areas[1].action.richMenuAliasId',
      /<Tab>$/,
    ],
    [
      'long data of a tab',
      <Tab to="a" data={'d'.repeat(301)}>
        A
      </Tab>,
      'data has 301',
      'areas[1].action.data',
      /<Tab>$/,
    ],
    [
      'a tab with a misspelt style of its menu',
      <Tab to="a" current={wrong({ colour: '#fff' })}>
        A
      </Tab>,
      '<Tab> has no prop current.colour; did you mean color?',
      'areas[1].current.colour',
      /<Tab>$/,
    ],
    [
      'an unknown style',
      <Cell style="card">{tap}</Cell>,
      'there is no style "card"',
      'areas[1].style',
      /<Cell>$/,
    ],
    [
      'a colour that is none',
      <Cell background="green">{tap}</Cell>,
      'background is "green"',
      'areas[1].background',
      /<Cell>$/,
    ],
    [
      'a misspelt prop',
      <Cell {...wrong({ backround: '#fff' })}>{tap}</Cell>,
      'did you mean background?',
      'areas[1].backround',
      /<Cell>$/,
    ],
    [
      'two actions',
      <Cell>
        {tap}
        {tap}
      </Cell>,
      '<Cell> holds 2 actions',
      'areas[1]',
      /<Cell>$/,
    ],
    [
      'JSON of an action',
      <Cell>{{ type: 'uri' } as never}</Cell>,
      'uri is missing',
      'areas[1].action.uri',
      /<Cell>$/,
    ],
    ['a cell without action', <Cell width={-1}>A</Cell>, 'width is -1', 'width', /<Row> › <Cell>$/],
    [
      'a column that is too narrow',
      <Column gap={9999}>
        {tea}
        {tea}
      </Column>,
      'need',
      '',
      /<Row> › <Column>$/,
    ],
    [
      'a cell of imagemaps',
      <VideoCell originalContentUrl={address} previewImageUrl={address} />,
      '<VideoCell> is not permitted',
      '',
      /<Row> › <VideoCell>$/,
    ],
  ])('%s', (_name, part, message, path, component, of) => {
    const [problem] = validate(<Menu>{part}</Menu>, { as: 'rich-menu' })
    expect(problem?.message).toContain(message)
    expect(problem).toMatchObject({ path, component: expect.stringMatching(component) as string })
    expect(problem?.source).toContain(`/lines.test.tsx:${lineIn(part, of)}:`)
  })

  it.each<[name: string, content: unknown, message: string, path: string, component: RegExp]>([
    [
      'an icon without name',
      <Icon {...wrong({})} />,
      'name is undefined',
      'areas[1].name',
      /<Cell> › <Icon>$/,
    ],
    [
      'a picture without source',
      <Picture {...wrong({ height: 9 })} />,
      'source is missing',
      'areas[1].source',
      /<Cell> › <Picture>$/,
    ],
    [
      'a text with an unknown style',
      <Text style="card">a</Text>,
      'there is no style',
      'areas[1].style',
      /<Cell> › <Text>$/,
    ],
    ['a message', sticker, '<Sticker> is not permitted in <Cell>', 'areas[1]', /<Cell>$/],
  ])('%s in a cell', (_name, content, message, path, component) => {
    const cell = (
      <Cell>
        {tap}
        {content as never}
      </Cell>
    )
    const [problem] = validate(<Menu>{cell}</Menu>, { as: 'rich-menu' })
    expect(problem?.message).toContain(message)
    expect(problem).toMatchObject({
      path,
      component: expect.stringMatching(component) as string,
    })
    expect(problem?.source).toContain(`/lines.test.tsx:${lineOf(content)}:`)
  })

  it('a place without a width', () => {
    const place = <Place {...wrong({ x: 0, y: 0, height: 9 })}>{tea}</Place>
    const menu = <RichMenu chatBarText="Menu">{place}</RichMenu>
    const [problem] = validate(menu, { as: 'rich-menu' })
    expect(problem?.message).toContain('width is undefined')
    expect(problem?.source).toContain(`:${lineOf(place)}:`)
  })

  it('a misspelt property of a style', () => {
    const menu = (
      <RichMenu chatBarText="Menu" styles={{ card: wrong({ colour: '#ffffff' }) }}>
        {tea}
      </RichMenu>
    )
    expect(validate(menu, { as: 'rich-menu' })).toEqual([
      expect.objectContaining({
        message: '<RichMenu> has no prop styles.card.colour; did you mean color?',
        path: 'styles.card.colour',
      }),
    ])
  })
})

describe('in an imagemap', () => {
  const url = { originalContentUrl: address, previewImageUrl: address }
  it.each<Case>([
    [
      'an action that imagemaps do not have',
      <Cell>
        <Postback data="a" />A
      </Cell>,
      '<Cell> cannot hold an action of type "postback"',
      'messages[0].actions[1]',
      /<Cell>$/,
    ],
    [
      'a tab',
      <Tab to="a">A</Tab>,
      '<Tab> is not permitted in <Imagemap>',
      'messages[0]',
      /<Row> › <Tab>$/,
    ],
    [
      'a video without URL',
      <VideoCell {...wrong({ previewImageUrl: address })} />,
      'originalContentUrl is missing',
      'messages[0].video.originalContentUrl',
      /<VideoCell>$/,
    ],
    [
      'a video with a message',
      <VideoCell {...url}>
        <MessageAction text="a" />
      </VideoCell>,
      '<VideoCell> holds one <Uri>',
      'messages[0].video',
      /<VideoCell>$/,
      'child',
    ],
    [
      'a link without label',
      <VideoCell {...url}>
        <Uri uri={address} />
      </VideoCell>,
      'label is missing',
      'messages[0].video.externalLink.label',
      /<VideoCell> › <Uri>$/,
      'child',
    ],
    [
      'an unknown style',
      <Cell style="card">{tap}</Cell>,
      'there is no style "card"',
      'messages[0].actions[1].style',
      /<Cell> › <Uri>$/,
    ],
    [
      'too long a text',
      <Cell>
        <MessageAction text={'t'.repeat(401)} />A
      </Cell>,
      'text has 401',
      'messages[0].actions[1].text',
      /<Cell> › <MessageAction>$/,
      'child',
    ],
    [
      'an area of messages',
      <ImagemapArea x={0} y={0} width={9} height={9}>
        {tap}
      </ImagemapArea>,
      '<ImagemapArea> is not permitted in <Row>',
      'messages[0]',
      /<Row>$/,
    ],
  ])('%s', (_name, part, message, path, component, of) => {
    const [problem] = validate(<Map>{part}</Map>)
    expect(problem?.message).toContain(message)
    expect(problem).toMatchObject({ path, component: expect.stringMatching(component) as string })
    expect(problem?.source).toContain(`/lines.test.tsx:${lineIn(part, of)}:`)
  })

  it('the second of two videos', () => {
    const [one, two] = [<VideoCell {...url} />, <VideoCell {...url} />]
    const other = <VideoCell {...url} />
    const problems = validate(<Map>{[one, two, other]}</Map>)
    expect(problems.map(({ source }) => Number(source?.split(':').at(-2)))).toEqual([
      lineOf(two),
      lineOf(other),
    ])
  })
})
