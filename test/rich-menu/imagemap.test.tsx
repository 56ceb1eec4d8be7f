/** Imagemaps that are laid out from cells. */
import { describe, expect, it } from 'vitest'
import {
  Clipboard,
  ImagemapArea,
  ImagemapVideo,
  MessageAction,
  Postback,
  QuickReply,
  Uri,
} from '../../src/components/index.js'
import { render, renderOne } from '../../src/render/index.js'
import {
  Cell,
  Column,
  Imagemap,
  type ImagemapProps,
  Place,
  RichMenu,
  Row,
  Tab,
  VideoCell,
} from '../../src/rich-menu/index.js'
import type { ImagemapMessage } from '../../src/spec/index.js'

const video = {
  originalContentUrl: 'https://example.com/tea.mp4',
  previewImageUrl: 'https://example.com/tea.jpg',
}

const Map = ({ children, ...more }: Partial<ImagemapProps>) => (
  <Imagemap baseUrl="https://bot.example.com/maps/shop" altText="Shop" height={700} {...more}>
    {children}
  </Imagemap>
)

const rendered = async (node: unknown) => {
  const { json, problems } = await renderOne<ImagemapMessage>(node, 'imagemap', {})
  return { json: json!, problems: problems.map(({ message }) => message) }
}

describe('an imagemap', () => {
  it('becomes an ordinary message, with areas up to the middle of gaps and to the edge', () => {
    expect(
      render(
        <Map gap={20} padding={20}>
          <Row gap={20}>
            <Cell>
              <MessageAction text="tea" />
              Green tea
              <br />
              from Uji
            </Cell>
            <Cell>
              <Uri label="Sweets, with photos" uri="https://example.com/sweets" />
              Sweets
            </Cell>
          </Row>
          <Cell height={100}>
            <Clipboard clipboardText="TEA-2026" />
            Copy the code
          </Cell>
        </Map>,
      ),
    ).toEqual([
      {
        type: 'imagemap',
        baseUrl: 'https://bot.example.com/maps/shop',
        altText: 'Shop',
        baseSize: { width: 1040, height: 700 },
        actions: [
          {
            type: 'message',
            label: 'Green tea from Uji',
            text: 'tea',
            area: { x: 0, y: 0, width: 520, height: 570 },
          },
          {
            type: 'uri',
            label: 'Sweets, with photos',
            linkUri: 'https://example.com/sweets',
            area: { x: 520, y: 0, width: 520, height: 570 },
          },
          {
            type: 'clipboard',
            label: 'Copy the code',
            clipboardText: 'TEA-2026',
            area: { x: 0, y: 570, width: 1040, height: 130 },
          },
        ],
      },
    ])
  })

  it('has a video that is as large as its cell, with the link after it', () => {
    const [message] = render(
      <Map height={800} padding={20} gap={20}>
        <VideoCell {...video} height={560}>
          <Uri label="More" uri="https://example.com/more" />
        </VideoCell>
        <Cell>
          <MessageAction text="tea" />
          Tea
        </Cell>
      </Map>,
    )
    expect(message).toMatchObject({
      video: {
        ...video,
        area: { x: 20, y: 20, width: 1000, height: 560 },
        externalLink: { linkUri: 'https://example.com/more', label: 'More' },
      },
      actions: [{ area: { x: 0, y: 590, width: 1040, height: 210 } }],
    })
  })

  it('has free areas over a picture of its own, in percent and pixels', () => {
    const [message] = render(
      <Map picture="./map.png" height={1040}>
        <Place x="25%" y="50%" width="50%" height={104}>
          <Cell>
            <MessageAction text="tea" />
            Tea
          </Cell>
        </Place>
        <ImagemapArea x={0} y={0} width={104} height={104}>
          <Uri uri="https://example.com" />
        </ImagemapArea>
        <ImagemapVideo {...video} x={0} y={800} width={416} height={234} />
      </Map>,
    )
    expect(message).toMatchObject({
      actions: [
        { label: 'Tea', area: { x: 260, y: 520, width: 520, height: 104 } },
        { linkUri: 'https://example.com', area: { x: 0, y: 0, width: 104, height: 104 } },
      ],
      video: { area: { x: 0, y: 800, width: 416, height: 234 } },
    })
  })

  it('has a quick reply and a sender, as every message', () => {
    const [message] = render(
      <Map sender={{ name: 'Tea' }}>
        <Cell>
          <MessageAction text="tea" />
          Tea
        </Cell>
        <QuickReply>
          <MessageAction label="Menu" text="menu" />
        </QuickReply>
      </Map>,
    )
    expect(message).toMatchObject({
      sender: { name: 'Tea' },
      quickReply: { items: [{ action: { text: 'menu' } }] },
    })
  })

  it('has labels of up to 100 characters, and texts of up to 400', () => {
    const [message] = render(
      <Map>
        <Cell>
          <MessageAction text={'t'.repeat(400)} />
          {'word '.repeat(30)}
        </Cell>
      </Map>,
    )
    const { actions } = message as ImagemapMessage
    expect(actions[0]!.label!.length).toBeGreaterThan(90)
    expect(actions[0]!.label!.length).toBeLessThanOrEqual(100)
  })
})

describe('a version', () => {
  const Tea = (props: Partial<ImagemapProps> & { color?: string }) => {
    const { color = '#2f6b4f', ...more } = props
    return (
      <Map {...more}>
        <Cell background={color}>
          <MessageAction text="tea" />
          Tea
        </Cell>
      </Map>
    )
  }
  const baseUrlOf = (node: unknown) => (render(node as never)[0] as ImagemapMessage).baseUrl

  it('is added to the base URL', () => {
    expect(baseUrlOf(<Tea version="2026-11" />)).toBe('https://bot.example.com/maps/shop/2026-11')
  })

  it('is a hash of the drawing with auto', () => {
    const first = baseUrlOf(<Tea version="auto" />)
    expect(first).toMatch(/^https:\/\/bot\.example\.com\/maps\/shop\/[0-9a-z]{6,12}$/)
    expect(baseUrlOf(<Tea version="auto" altText="Other" />)).toBe(first)
    expect(baseUrlOf(<Tea version="auto" color="#803030" />)).not.toBe(first)
    expect(baseUrlOf(<Tea version="auto" height={701} />)).not.toBe(first)
  })

  it('is a hash of bytes, and not of files', async () => {
    const one = baseUrlOf(<Tea version="auto" picture={new Uint8Array([1, 2, 3])} />)
    const other = baseUrlOf(<Tea version="auto" picture={new Uint8Array([1, 2, 4])} />)
    expect(one).not.toBe(other)
    expect((await rendered(<Tea version="auto" picture="./map.png" />)).problems).toEqual([
      expect.stringContaining('needs the file ./map.png'),
    ])
    expect((await rendered(<Map version="auto" />)).problems.join()).toContain(
      'there is no picture',
    )
  })

  it.each(['', 'a/b', '..', '.', 'x'.repeat(65), 'ä'])('%j is refused', async (version) => {
    expect((await rendered(<Tea version={version} />)).problems).toEqual([
      expect.stringContaining(`version is ${JSON.stringify(version)}`),
    ])
  })
})

describe('a mistake is reported', () => {
  const tea = (
    <Cell>
      <MessageAction text="tea" />
      Tea
    </Cell>
  )
  it.each([
    [
      'an action that imagemaps do not have',
      <Map>
        <Cell>
          <Postback data="a" />
          Tea
        </Cell>
      </Map>,
      '<Cell> cannot hold an action of type "postback"; it takes <Uri>, <MessageAction> or <Clipboard>',
    ],
    [
      'a tab',
      <Map>
        <Row>
          <Tab to="home">Home</Tab>
        </Row>
      </Map>,
      '<Tab> is not permitted in <Imagemap>',
    ],
    [
      'two videos',
      <Map>
        <VideoCell {...video} />
        <VideoCell {...video} />
      </Map>,
      '<Imagemap> has video twice',
    ],
    [
      'a video with a message',
      <Map>
        <VideoCell {...video}>
          <MessageAction text="a" />
        </VideoCell>
      </Map>,
      '<VideoCell> holds one <Uri>',
    ],
    [
      'too much in a row',
      <Map>
        <Row>
          <Cell width={600} />
          <Cell width={600} />
        </Row>
        {tea}
      </Map>,
      'the parts of a <Row> need 160 pixels more than there are across',
    ],
    [
      'too much in all',
      <Map height={100}>
        <Cell height={150} />
        {tea}
      </Map>,
      'the parts of the imagemap need 50 pixels more than there are down',
    ],
    [
      'a message inside',
      <Map>{<Map>{tea}</Map>}</Map>,
      '<Imagemap> is not permitted in <Imagemap>',
    ],
    ['no height', <Map height={undefined as never}>{tea}</Map>, 'height is missing'],
    ['a height of 0.5', <Map height={0.5}>{tea}</Map>, 'height'],
    [
      'a long text of an action',
      <Map>
        <Cell>
          <MessageAction text={'t'.repeat(401)} />
          Tea
        </Cell>
      </Map>,
      'text has 401',
    ],
  ])('%s', async (_, node, message) => {
    expect((await rendered(node)).problems.join('\n')).toContain(message)
  })

  it('with the component in which it is', async () => {
    const { problems } = await renderOne(
      <Map>
        <Row>
          <Cell>
            <Uri uri="ftp://example.com" />
            Tea
          </Cell>
        </Row>
      </Map>,
      'imagemap',
      {},
    )
    expect(problems).toEqual([
      expect.objectContaining({
        path: 'actions[0].linkUri',
        component: expect.stringMatching(/<Uri>$/) as string,
      }),
    ])
  })

  it('for a video in a rich menu', async () => {
    const { problems } = await renderOne(
      <RichMenu chatBarText="Menu">
        <Column>
          <VideoCell {...video} />
        </Column>
      </RichMenu>,
      'rich-menu',
      {},
    )
    expect(problems.map(({ message }) => message).join()).toContain(
      '<VideoCell> is not permitted in <RichMenu>; it is for <Imagemap>',
    )
  })
})
