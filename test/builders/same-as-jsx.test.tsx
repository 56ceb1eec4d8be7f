import {
  Area,
  Audio,
  Buttons,
  Camera,
  CameraRoll,
  Carousel,
  Clipboard,
  Column,
  Confirm,
  Coupon,
  DatetimePicker,
  Emoji,
  Flex,
  Image,
  ImageCarousel,
  ImageColumn,
  Imagemap,
  ImagemapArea,
  ImagemapVideo,
  Location,
  LocationAction,
  Mention,
  MessageAction,
  Postback,
  QuickReply,
  QuickReplyItem,
  raw,
  render,
  RichMenu,
  RichMenuSwitch,
  Sender,
  Sticker,
  Text,
  Uri,
  Video,
} from 'fukidashi'
import * as b from 'fukidashi/builders'
import { describe, expect, it } from 'vitest'

const { flex } = b
const user = `U${'0'.repeat(32)}`
const url = 'https://example.com/tea.jpg'
const video = 'https://example.com/tea.mp4'

const pairs: Record<string, [builder: unknown, jsx: unknown]> = {
  'a text with mention, emoji, quick reply and sender': [
    b
      .text(
        'Hello ',
        b.mention(user),
        b.emoji('5ac1bfd5040ab15980c9b435', '001'),
        ' {x}',
        b.mention().all(),
      )
      .quickReply(
        b.quickReply(
          b.camera('Camera'),
          b.cameraRoll('Roll'),
          b.locationAction('Place'),
          b.quickReplyItem(b.messageAction('Tea', 'tea')).imageUrl('https://example.com/tea.png'),
        ),
      )
      .sender(b.sender('Station', 'https://example.com/station.png')),
    <Text
      quickReply={
        <QuickReply>
          <Camera label="Camera" />
          <CameraRoll label="Roll" />
          <LocationAction label="Place" />
          <QuickReplyItem imageUrl="https://example.com/tea.png">
            <MessageAction label="Tea" text="tea" />
          </QuickReplyItem>
        </QuickReply>
      }
      sender={<Sender name="Station" iconUrl="https://example.com/station.png" />}
    >
      Hello <Mention userId={user} />
      <Emoji productId="5ac1bfd5040ab15980c9b435" emojiId="001" /> {'{x}'}
      <Mention all />
    </Text>,
  ],
  'a sticker': [b.sticker('446', '1988'), <Sticker packageId="446" stickerId="1988" />],
  'an image': [b.image(url, url), <Image originalContentUrl={url} previewImageUrl={url} />],
  'a video': [
    b.video(video, url).trackingId('tea-1'),
    <Video originalContentUrl={video} previewImageUrl={url} trackingId="tea-1" />,
  ],
  'an audio': [
    b.audio('https://example.com/a.m4a', 4000),
    <Audio originalContentUrl="https://example.com/a.m4a" duration={4000} />,
  ],
  'a location': [
    b.location('Shop', 'Tokyo', 35.67966, 139.73669),
    <Location title="Shop" address="Tokyo" latitude={35.67966} longitude={139.73669} />,
  ],
  'a coupon': [
    b.coupon('01JYNW8JMQVFBNWF1APF8Z3FS7').deliveryTag('spring'),
    <Coupon couponId="01JYNW8JMQVFBNWF1APF8Z3FS7" deliveryTag="spring" />,
  ],
  'an imagemap': [
    b
      .imagemap(
        'https://example.com/map',
        b.imagemapArea(0, 0, 520, 585, b.uri('Left', 'https://example.com')),
      )
      .altText('Map')
      .baseSize({ width: 1040, height: 585 })
      .video(
        b
          .imagemapVideo(video, url)
          .x(0)
          .y(0)
          .width(1040)
          .height(585)
          .externalLink({ linkUri: 'https://example.com', label: 'More' }),
      ),
    <Imagemap
      baseUrl="https://example.com/map"
      altText="Map"
      baseSize={{ width: 1040, height: 585 }}
      video={
        <ImagemapVideo
          originalContentUrl={video}
          previewImageUrl={url}
          x={0}
          y={0}
          width={1040}
          height={585}
          externalLink={{ linkUri: 'https://example.com', label: 'More' }}
        />
      }
    >
      <ImagemapArea x={0} y={0} width={520} height={585}>
        <Uri label="Left" uri="https://example.com" />
      </ImagemapArea>
    </Imagemap>,
  ],
  buttons: [
    b
      .buttons('Please choose')
      .altText('Buy tea')
      .title('Tea')
      .actions(
        b.postback('Buy', 'buy=1').displayText('Buying'),
        b.uri('Details', 'https://example.com').altUri({ desktop: 'https://example.com/desktop' }),
        b.datetimePicker('Day', 'day', 'date').min('2026-01-01'),
        b.clipboard('Copy', 'TEA'),
      )
      .defaultAction(b.uri({ uri: 'https://example.com' })),
    <Buttons
      altText="Buy tea"
      title="Tea"
      actions={[
        <Postback label="Buy" data="buy=1" displayText="Buying" />,
        <Uri
          label="Details"
          uri="https://example.com"
          altUri={{ desktop: 'https://example.com/desktop' }}
        />,
        <DatetimePicker label="Day" data="day" mode="date" min="2026-01-01" />,
        <Clipboard label="Copy" clipboardText="TEA" />,
      ]}
      defaultAction={<Uri uri="https://example.com" />}
    >
      Please choose
    </Buttons>,
  ],
  'buttons whose actions are children': [
    b
      .buttons('Please choose', b.postback('Buy', 'buy=1'), b.messageAction('Menu', 'menu'))
      .altText('Tea'),
    <Buttons altText="Tea">
      Please choose
      <Postback label="Buy" data="buy=1" />
      <MessageAction label="Menu" text="menu" />
    </Buttons>,
  ],
  'a confirm': [
    b.confirm('Sure?', b.postback('Yes', 'y'), b.postback('No', 'n')).altText('Sure?'),
    <Confirm altText="Sure?">
      Sure?
      <Postback label="Yes" data="y" />
      <Postback label="No" data="n" />
    </Confirm>,
  ],
  'a carousel': [
    b
      .carousel(
        b.column('Uji', b.postback('Buy', '1')).title('Green'),
        b.column('Sayama', b.postback('Buy', '2')).title('Black'),
      )
      .altText('Teas'),
    <Carousel altText="Teas">
      <Column title="Green">
        Uji
        <Postback label="Buy" data="1" />
      </Column>
      <Column title="Black">
        Sayama
        <Postback label="Buy" data="2" />
      </Column>
    </Carousel>,
  ],
  'an image carousel': [
    b.imageCarousel(b.imageColumn(url, b.postback('Green', '1'))).altText('Teas'),
    <ImageCarousel altText="Teas">
      <ImageColumn imageUrl={url}>
        <Postback label="Green" data="1" />
      </ImageColumn>
    </ImageCarousel>,
  ],
  'a Flex message': [
    flex
      .message(
        flex.carousel(
          flex
            .bubble(
              flex.header(flex.text('Receipt').weight('bold')),
              flex.hero(
                flex
                  .video(video, url)
                  .altContent(flex.image(url).size('full'))
                  .aspectRatio('20:13')
                  .action(b.uri('More', 'https://example.com')),
              ),
              flex
                .body(
                  flex.horizontal(
                    flex.text('Tea').color('#555555'),
                    flex.text('¥500').align('end'),
                  ),
                  flex.baseline(flex.icon(url).size('sm'), flex.text('4.0')),
                  flex.vertical().background(flex.linearGradient('0deg', '#06C755', '#FFFFFF')),
                  flex.separator().margin('lg'),
                  flex.text('In all ', flex.span('¥500').weight('bold')).wrap(),
                )
                .spacing('md'),
              flex.footer(flex.button(b.uri('Open', 'https://example.com')).style('primary')),
            )
            .size('mega'),
        ),
      )
      .altText('Receipt'),
    <Flex.Message altText="Receipt">
      <Flex.Carousel>
        <Flex.Bubble size="mega">
          <Flex.Header>
            <Flex.Text weight="bold">Receipt</Flex.Text>
          </Flex.Header>
          <Flex.Hero>
            <Flex.Video
              url={video}
              previewUrl={url}
              altContent={<Flex.Image url={url} size="full" />}
              aspectRatio="20:13"
              action={<Uri label="More" uri="https://example.com" />}
            />
          </Flex.Hero>
          <Flex.Body spacing="md">
            <Flex.Box layout="horizontal">
              <Flex.Text color="#555555">Tea</Flex.Text>
              <Flex.Text align="end">¥500</Flex.Text>
            </Flex.Box>
            <Flex.Box layout="baseline">
              <Flex.Icon url={url} size="sm" />
              <Flex.Text>4.0</Flex.Text>
            </Flex.Box>
            <Flex.Box
              layout="vertical"
              background={
                <Flex.LinearGradient angle="0deg" startColor="#06C755" endColor="#FFFFFF" />
              }
            />
            <Flex.Separator margin="lg" />
            <Flex.Text wrap>
              In all <b>¥500</b>
            </Flex.Text>
          </Flex.Body>
          <Flex.Footer>
            <Flex.Button style="primary">
              <Uri label="Open" uri="https://example.com" />
            </Flex.Button>
          </Flex.Footer>
        </Flex.Bubble>
      </Flex.Carousel>
    </Flex.Message>,
  ],
  'a rich menu': [
    b
      .richMenu(b.area(0, 0, 1250, 843, b.richMenuSwitch('Drinks', 'drinks', 'tab=drinks')))
      .size({ width: 2500, height: 843 })
      .selected()
      .name('Main')
      .chatBarText('Menu'),
    <RichMenu size={{ width: 2500, height: 843 }} selected name="Main" chatBarText="Menu">
      <Area x={0} y={0} width={1250} height={843}>
        <RichMenuSwitch label="Drinks" richMenuAliasId="drinks" data="tab=drinks" />
      </Area>
    </RichMenu>,
  ],
}

describe('a builder and JSX make the same JSON, byte for byte', () => {
  it.each(Object.entries(pairs))('%s', (_, [builder, jsx]) => {
    expect(JSON.stringify(builder)).toBe(JSON.stringify(jsx))
  })
})

describe('builders, JSX and JSON can be nested', () => {
  const expected = [
    {
      type: 'template',
      altText: 'Tea',
      template: {
        type: 'buttons',
        text: 'Choose',
        actions: [{ type: 'postback', label: 'Buy', data: '1' }],
      },
    },
  ]

  it('builders in JSX', () => {
    expect(render(<Buttons altText="Tea">Choose{b.postback('Buy', '1')}</Buttons>)).toEqual(
      expected,
    )
    expect(
      render(<Buttons altText="Tea" text="Choose" actions={[b.postback('Buy', '1')]} />),
    ).toEqual(expected)
  })

  it('JSX in builders, with own components and fragments', () => {
    const Buy = ({ id }: { id: string }) => (
      <>
        <Postback label="Buy" data={id} />
      </>
    )
    expect(render(b.buttons('Choose', <Buy id="1" />).altText('Tea'))).toEqual(expected)
    expect(
      render(
        b
          .buttons('Choose')
          .altText('Tea')
          .actions(<Buy id="1" />),
      ),
    ).toEqual(expected)
  })

  it('JSON in builders, and builders in JSON', () => {
    const json = { type: 'postback', label: 'Buy', data: '1' } as const
    expect(render(b.buttons('Choose', json).altText('Tea'))).toEqual(expected)
    expect(render(b.buttons('Choose').altText('Tea').actions([json, null]))).toEqual(expected)
    expect(render(b.buttons('Choose').altText('Tea').actions(raw(json)))).toEqual(expected)
    expect(
      render({
        type: 'template',
        altText: 'Tea',
        template: { type: 'buttons', text: 'Choose', actions: [b.postback('Buy', '1')] },
      }),
    ).toEqual(expected)
  })

  it('blocks, quick replies, senders and gradients of builders as children of JSX', () => {
    expect(
      render(
        <Flex.Message altText="a">
          <Flex.Bubble>
            {flex.body(flex.text('a'), flex.linearGradient('0deg', '#06C755', '#FFFFFF'))}
          </Flex.Bubble>
          {b.quickReply(b.messageAction('a', 'a'))}
          {b.sender('Station')}
        </Flex.Message>,
      ),
    ).toEqual(
      render(
        flex
          .message(
            flex
              .bubble()
              .body(
                flex
                  .vertical(flex.text('a'))
                  .background(flex.linearGradient('0deg', '#06C755', '#FFFFFF')),
              ),
          )
          .altText('a')
          .quickReply({ items: [{ type: 'action', action: b.messageAction('a', 'a') }] })
          .sender({ name: 'Station' }),
      ),
    )
  })
})
