/** Every structural problem has the path of the JSON that it is in, and the line of the TSX. */
import { describe, expect, it } from 'vitest'
import * as fukidashi from 'fukidashi'
import { isElement } from '../../src/jsx-runtime/element.js'

/** A component that takes any children: types would refuse some of them. */
type Loose = (props: Record<string, unknown>) => fukidashi.JsxElement
const loose = fukidashi as unknown as Record<keyof typeof fukidashi, Loose>
const Flex = fukidashi.Flex as unknown as Record<keyof typeof fukidashi.Flex, Loose>
const {
  Area,
  Buttons,
  Carousel,
  Column,
  Emoji,
  ImageCarousel,
  ImageColumn,
  Imagemap,
  ImagemapArea,
} = loose
const {
  ImagemapVideo,
  Mention,
  Postback,
  QuickReply,
  QuickReplyItem,
  RichMenu,
  Sender,
  Text,
  Uri,
} = loose

const address = 'https://example.com/'
const action = <Postback label="a" data="a" />
const area = { x: 0, y: 0, width: 100, height: 100 }
const media = { originalContentUrl: `${address}a.mp4`, previewImageUrl: `${address}a.jpg` }
const inBubble = (blocks: unknown) => (
  <Flex.Message altText="a">
    <Flex.Bubble>{blocks}</Flex.Bubble>
  </Flex.Message>
)
const inBody = (child: unknown) => inBubble(<Flex.Body>{child}</Flex.Body>)
const inButtons = (child: unknown) => (
  <Buttons altText="a">
    a{action}
    {child}
  </Buttons>
)
const inQuickReply = (child: unknown) => (
  <Text>
    a
    <QuickReply>
      {action}
      {child}
    </QuickReply>
  </Text>
)
const inImagemap = (child: unknown) => (
  <Imagemap altText="a" baseUrl={address} baseSize={{ width: 1040, height: 585 }}>
    <ImagemapArea {...area}>
      <Uri uri={address} />
    </ImagemapArea>
    {child}
  </Imagemap>
)
const image = <Flex.Image url={address} />
const contents = 'messages[0].contents'
const inBox = (child: unknown) => ({ type: 'box', layout: 'vertical', contents: [child] })

const places: [place: string, tree: (child: unknown) => unknown, path: string][] = [
  [
    'a span',
    (x) =>
      inBody(
        <Flex.Text>
          a<Flex.Span>{x}</Flex.Span>
        </Flex.Text>,
      ),
    `${contents}.body.contents[0].contents[1]`,
  ],
  [
    'an only span',
    (x) =>
      inBody(
        <Flex.Text>
          <Flex.Span color="#ffffff">{x}</Flex.Span>
        </Flex.Text>,
      ),
    `${contents}.body.contents[0].contents[0]`,
  ],
  [
    'a span in bold text',
    (x) =>
      inBody(
        <Flex.Text>
          <b>
            <Flex.Span>{x}</Flex.Span>
          </b>
        </Flex.Text>,
      ),
    `${contents}.body.contents[0].contents[0]`,
  ],
  ['a Flex text', (x) => inBody(<Flex.Text>a{x}</Flex.Text>), `${contents}.body.contents[0]`],
  [
    'an action of a Flex button',
    (x) =>
      inBody(
        <Flex.Button>
          <Uri>{x}</Uri>
        </Flex.Button>,
      ),
    `${contents}.body.contents[0].action`,
  ],
  [
    'a gradient',
    (x) =>
      inBody(
        <Flex.Box>
          <Flex.LinearGradient>{x}</Flex.LinearGradient>
        </Flex.Box>,
      ),
    `${contents}.body.contents[0].background`,
  ],
  [
    'a second component of a hero',
    (x) =>
      inBubble(
        <Flex.Hero>
          {image}
          <Flex.Button>{x}</Flex.Button>
        </Flex.Hero>,
      ),
    `${contents}.hero`,
  ],
  [
    'a second hero',
    (x) =>
      inBubble(
        <>
          <Flex.Hero>{image}</Flex.Hero>
          <Flex.Hero>
            <Flex.Button>{x}</Flex.Button>
          </Flex.Hero>
        </>,
      ),
    contents,
  ],
  [
    'a mention',
    (x) => (
      <Text>
        a<Mention all>{x}</Mention>
      </Text>
    ),
    'messages[0].substitution.mention1',
  ],
  [
    'an emoji',
    (x) => (
      <Text>
        a<Emoji>{x}</Emoji>
      </Text>
    ),
    'messages[0].substitution.emoji1',
  ],
  ['a sender', (x) => inButtons(<Sender>{x}</Sender>), 'messages[0].sender'],
  ['an action of buttons', (x) => inButtons(<Uri>{x}</Uri>), 'messages[0].template.actions[1]'],
  [
    'a column',
    (x) => (
      <Carousel altText="a">
        <Column>a{action}</Column>
        <Column>
          a{action}
          {x}
        </Column>
      </Carousel>
    ),
    'messages[0].template.columns[1]',
  ],
  [
    'a default action',
    (x) => (
      <Buttons altText="a" defaultAction={<Uri>{x}</Uri>}>
        a{action}
      </Buttons>
    ),
    'messages[0].template.defaultAction',
  ],
  [
    'a second action of an image column',
    (x) => (
      <ImageCarousel altText="a">
        <ImageColumn>
          {action}
          <Uri>{x}</Uri>
        </ImageColumn>
      </ImageCarousel>
    ),
    'messages[0].template.columns[0]',
  ],
  ['a quick reply', (x) => inQuickReply(x), 'messages[0].quickReply'],
  [
    'an action of a quick reply',
    (x) => inQuickReply(<Uri>{x}</Uri>),
    'messages[0].quickReply.items[1].action',
  ],
  [
    'a quick reply item',
    (x) => inQuickReply(<QuickReplyItem>{x}</QuickReplyItem>),
    'messages[0].quickReply.items[1]',
  ],
  [
    'a second quick reply',
    (x) => (
      <Text>
        a<QuickReply>{action}</QuickReply>
        <QuickReply>{x}</QuickReply>
      </Text>
    ),
    'messages[0]',
  ],
  [
    'an area of an imagemap',
    (x) => inImagemap(<ImagemapArea {...area}>{x}</ImagemapArea>),
    'messages[0].actions[1]',
  ],
  [
    'an action of an imagemap',
    (x) =>
      inImagemap(
        <ImagemapArea {...area}>
          <Uri>{x}</Uri>
        </ImagemapArea>,
      ),
    'messages[0].actions[1]',
  ],
  [
    'a second action of an area',
    (x) =>
      inImagemap(
        <ImagemapArea {...area}>
          <Uri uri={address} />
          <Uri>{x}</Uri>
        </ImagemapArea>,
      ),
    'messages[0].actions[1]',
  ],
  [
    'an action that imagemaps do not have',
    (x) =>
      inImagemap(
        <ImagemapArea {...area}>
          <Postback>{x}</Postback>
        </ImagemapArea>,
      ),
    'messages[0].actions[1]',
  ],
  [
    'the link of a video',
    (x) =>
      inImagemap(
        <ImagemapVideo {...area} {...media}>
          <Uri>{x}</Uri>
        </ImagemapVideo>,
      ),
    'messages[0].video.externalLink',
  ],
  [
    'an area of a rich menu',
    (x) => (
      <RichMenu>
        <Area {...area}>{x}</Area>
      </RichMenu>
    ),
    'areas[0]',
  ],
  [
    'an action of a rich menu',
    (x) => (
      <RichMenu>
        <Area {...area}>
          <Uri>{x}</Uri>
        </Area>
      </RichMenu>
    ),
    'areas[0].action',
  ],
  [
    'plain JSON around elements',
    (x) => ({
      type: 'flex',
      altText: 'a',
      contents: {
        type: 'bubble',
        body: inBox(
          <Flex.Text>
            <Flex.Span>{x}</Flex.Span>
          </Flex.Text>,
        ),
      },
    }),
    'contents.body.contents[0].contents[0]',
  ],
]

const message = <fukidashi.Sticker packageId="446" stickerId="1988" />
const Wrong = () => message
const Pass = ({ children }: { children: unknown }) => <>{[children as never]}</>
const wrongs: [name: string, child: unknown][] = [
  ['a message', message],
  [
    'a component in a fragment',
    <>
      <Wrong />
    </>,
  ],
  [
    'a child of a component',
    <Pass>
      <Wrong />
    </Pass>,
  ],
  ['a map', new Map()],
  ['a date', new Date(0)],
  ['a function', () => 'a'],
]

/** The element that has a child. */
function parentOf(value: unknown, child: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const parts = Object.values(isElement(value) ? value.props : value)
  if (isElement(value) && parts.flat().includes(child)) return value
  return parts.map((part) => parentOf(part, child)).find((found) => found !== undefined)
}

describe.each(wrongs)('%s', (_kind, child) => {
  it.each(places)('as a child of %s is reported with its path and line', (_place, tree, path) => {
    const value = tree(child)
    const [problem] = fukidashi.validate(value, path.startsWith('areas') ? { as: 'rich-menu' } : {})
    expect(problem).toMatchObject({ severity: 'error', path })
    expect(problem?.code).toMatch(/^wrong_(?:child|value)$/)
    const element = isElement(child) ? message : parentOf(value, child)
    const { source } = element as { source?: { lineNumber: number } }
    expect(problem?.source).toMatch(
      new RegExp(`/places-of-problems\\.test\\.tsx:${source!.lineNumber}:`),
    )
  })
})

describe('the components around a problem', () => {
  it('include one whose JSON is left out', () => {
    const [problem] = fukidashi.validate(
      <Text>
        a<QuickReply>{action}</QuickReply>
        <QuickReply>{new Date(0)}</QuickReply>
      </Text>,
    )
    expect(problem?.component).toBe('<Text> › <QuickReply>')
  })
})

it('an action that an imagemap does not have is one problem', () => {
  const tree = inImagemap(
    <ImagemapArea {...area}>
      <Postback data="a" />
    </ImagemapArea>,
  )
  expect(fukidashi.validate(tree).map(({ code }) => code)).toEqual(['wrong_child'])
})
