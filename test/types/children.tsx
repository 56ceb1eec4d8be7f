/** Components that pass their children on, with the exported types of children. Type-checked, never run. */
import {
  type ActionChildren,
  Area,
  type AreaChildren,
  type AroundChildren,
  type BlockChildren,
  type BubbleChildren,
  Buttons,
  Carousel,
  Column,
  type ColumnChildren,
  Confirm,
  type ContainerChildren,
  type Elements,
  type FC,
  Flex,
  type FlexChildren,
  type FlexTextChildren,
  type FlexVideoChildren,
  type HeroChildren,
  Image,
  ImageCarousel,
  ImageColumn,
  type ImageColumnChildren,
  Imagemap,
  type ImagemapActionChildren,
  ImagemapArea,
  type ImagemapAreaChildren,
  ImagemapVideo,
  type MessageChildren,
  type MessageTextChildren,
  type Node,
  Postback,
  QuickReply,
  type QuickReplyActionChildren,
  type QuickReplyChildren,
  QuickReplyItem,
  render,
  RichMenu,
  type RichMenuActionChildren,
  Sticker,
  type TemplateChildren,
  Text,
  type TextAndActionChildren,
  type TextChildren,
  Uri,
  type UriChildren,
} from 'fukidashi'
import * as components from 'fukidashi'
import { flex, postback, text, uri } from 'fukidashi/builders'

type With<C> = { children?: C }
const url = 'https://example.com/a.png'
const box = { x: 0, y: 0, width: 1, height: 1 }

// A wrapper around each component.
const Messages = ({ children }: With<MessageChildren>) => <>{children}</>
const Around = ({ children }: With<AroundChildren>) => (
  <>
    <Image originalContentUrl={url} previewImageUrl={url}>
      {children}
    </Image>
    <Sticker packageId="446" stickerId="1988">
      {children}
    </Sticker>
  </>
)
const Greeting = ({ children }: With<MessageTextChildren>) => <Text>Hello {children}</Text>
const Question = ({ children }: With<TemplateChildren>) => (
  <>
    <Buttons altText="a">{children}</Buttons>
    <Confirm altText="a">{children}</Confirm>
  </>
)
const Tea = ({ children }: With<TextAndActionChildren>) => <Column>{children}</Column>
const Teas = ({ children }: With<ColumnChildren>) => <Carousel altText="a">{children}</Carousel>
const Pictures = ({ children }: With<ImageColumnChildren>) => (
  <ImageCarousel altText="a">{children}</ImageCarousel>
)
const Replies = ({ children }: With<QuickReplyChildren>) => <QuickReply>{children}</QuickReply>
const Reply = ({ children }: With<QuickReplyActionChildren>) => (
  <QuickReplyItem>{children}</QuickReplyItem>
)
const Map = ({ children }: With<ImagemapAreaChildren>) => (
  <Imagemap baseUrl={url} altText="a" baseSize={{ width: 1040, height: 1 }}>
    {children}
  </Imagemap>
)
const Spot = ({ children }: With<ImagemapActionChildren>) => (
  <ImagemapArea {...box}>{children}</ImagemapArea>
)
const Film = ({ children }: With<UriChildren>) => (
  <ImagemapVideo {...box} originalContentUrl={url} previewImageUrl={url}>
    {children}
  </ImagemapVideo>
)
const Menu = ({ children }: With<AreaChildren>) => (
  <RichMenu size={{ width: 2500, height: 843 }} selected name="a" chatBarText="a">
    {children}
  </RichMenu>
)
const Key = ({ children }: With<RichMenuActionChildren>) => <Area {...box}>{children}</Area>
const FlexReply = ({ children }: With<ContainerChildren>) => (
  <Flex.Message altText="a">{children}</Flex.Message>
)
const Shelf = ({ children }: With<BubbleChildren>) => <Flex.Carousel>{children}</Flex.Carousel>
const Card = ({ children }: With<BlockChildren>) => <Flex.Bubble>{children}</Flex.Bubble>
const Picture = ({ children }: With<HeroChildren>) => <Flex.Hero>{children}</Flex.Hero>
const Section = ({ children }: With<FlexChildren>) => (
  <>
    <Flex.Header>{children}</Flex.Header>
    <Flex.Body>{children}</Flex.Body>
    <Flex.Footer>{children}</Flex.Footer>
    <Flex.Box layout="vertical">{children}</Flex.Box>
    {flex.box(children)}
    {flex.body(children)}
  </>
)
const Price = ({ children }: With<FlexTextChildren>) => <Flex.Text>{children}</Flex.Text>
const Clip = ({ children }: With<FlexVideoChildren>) => (
  <Flex.Video url={url} previewUrl={url}>
    {children}
  </Flex.Video>
)

// Text that may be anywhere where there is text.
const Words = ({ children }: With<TextChildren>) => (
  <>
    <Text>{children}</Text>
    <Buttons altText="a">{children}</Buttons>
    <Confirm altText="a">{children}</Confirm>
    <Column>{children}</Column>
    <Flex.Text>{children}</Flex.Text>
    <Flex.Text>
      In all <b>{children}</b>
      <i>{children}</i>
    </Flex.Text>
    <Flex.Span>{children}</Flex.Span>
    {text(children)}
    {flex.text(children)}
    {flex.span(children)}
  </>
)

// Actions that may be wherever there are actions of all kinds.
const Actions = ({ children }: With<ActionChildren>) => (
  <>
    <Buttons altText="a">Pick one{children}</Buttons>
    <Confirm altText="a">Sure?{children}</Confirm>
    <Column>Tea{children}</Column>
    <ImageColumn imageUrl={url}>{children}</ImageColumn>
    <QuickReply>{children}</QuickReply>
    <QuickReplyItem>{children}</QuickReplyItem>
    <Area {...box}>{children}</Area>
    <Flex.Button>{children}</Flex.Button>
    <Flex.Image url={url}>{children}</Flex.Image>
    {flex.button(children)}
  </>
)

// Any JSX, for every component.
const Anything: FC<With<Elements>> = ({ children }) => (
  <>
    {children}
    <Text>{children}</Text>
    <Buttons altText="a">{children}</Buttons>
    <Carousel altText="a">{children}</Carousel>
    <QuickReply>{children}</QuickReply>
    <RichMenu size={{ width: 2500, height: 843 }} selected name="a" chatBarText="a">
      {children}
    </RichMenu>
    <Imagemap baseUrl={url} altText="a" baseSize={{ width: 1040, height: 1 }}>
      {children}
    </Imagemap>
    <Flex.Message altText="a">{children}</Flex.Message>
    <Flex.Bubble>{children}</Flex.Bubble>
    <Flex.Hero>{children}</Flex.Hero>
    <Flex.Body>{children}</Flex.Body>
    <Flex.Text>{children}</Flex.Text>
    {flex.box(children)}
  </>
)

// What is written between their tags.
declare const name: string
declare const maybe: string | undefined
declare const condition: boolean
declare const prices: number[]
declare const element: components.JSX.Element | undefined
const row = <Flex.Text>a</Flex.Text>
export const permitted = [
  <Section>
    {condition && row}
    {name && row}
    {maybe && <Flex.Text>{maybe}</Flex.Text>}
    {element}
    {row}
    {prices.map((price) => (
      <Flex.Text>{price}</Flex.Text>
    ))}
    {condition ? row : null}
    {flex.text('a')}
    {[flex.text('a'), [row, false]]}
    {{ type: 'text', text: 'a' }}
  </Section>,
  <Section>{row}</Section>,
  <Section />,
  <Words>
    a{name}
    {1}
    {2n}
    <br />
    {name && <b>{name}</b>}
    {prices}
  </Words>,
  <Words>{name}</Words>,
  <Actions>
    <Uri label="a" uri={url} />
    {uri('a', url)}
    {name && postback('a', 'a')}
  </Actions>,
  <Anything>
    {row}
    {name && row}
    {[row, undefined]}
  </Anything>,
  <Messages>
    a{name && <Text>a</Text>}
    {text('a')}
    {flex.bubble()}
  </Messages>,
  <Card>
    {name && <Flex.Header />}
    {flex.body()}
    {condition && flex.footer()}
  </Card>,
  <Greeting>{name}</Greeting>,
  <Question>
    {name}
    {name && <Postback label="a" data="a" />}
  </Question>,
  <Around>{condition && <QuickReply />}</Around>,
  <FlexReply>
    <Shelf>{flex.bubble()}</Shelf>
  </FlexReply>,
  <Teas>
    <Tea>a</Tea>
  </Teas>,
  <Pictures>
    <ImageColumn imageUrl={url} />
  </Pictures>,
  <Replies>
    <Reply>{uri('a', url)}</Reply>
  </Replies>,
  <Map>
    <Spot>{uri('a', url)}</Spot>
    <Film>
      <Uri label="a" uri={url} />
    </Film>
  </Map>,
  <Menu>
    <Key>{uri('a', url)}</Key>
  </Menu>,
  <Picture>
    <Clip>{flex.image(url)}</Clip>
  </Picture>,
  <Price>
    {1} {name && <b>a</b>}
  </Price>,
  // In a list of messages, too.
  render([name && <Text>a</Text>, condition && text('a')]),
  flex.box(name && flex.text(name)),
]

// Text, numbers, dates and builders of something else.
declare const node: Node
export const refused = [
  // @ts-expect-error text
  <Section>a</Section>,
  // @ts-expect-error text from data
  <Section>{name}</Section>,
  // @ts-expect-error a number
  <Section>{1}</Section>,
  // @ts-expect-error a number that is a condition prints 0
  <Section>{prices.length && row}</Section>,
  // @ts-expect-error a date
  <Section>{new Date()}</Section>,
  // @ts-expect-error a message
  <Section>{text('a')}</Section>,
  // @ts-expect-error what a component returns may be anything
  <Section>{node}</Section>,
  // @ts-expect-error an action
  <Section>{[uri('a', url)]}</Section>,
  // @ts-expect-error a function
  <Section>{() => row}</Section>,
  // @ts-expect-error a date
  <Words>{new Date()}</Words>,
  // @ts-expect-error a message
  <Words>{text('a')}</Words>,
  // @ts-expect-error any object
  <Words>{{ amount: 5 }}</Words>,
  // @ts-expect-error what a component returns may be anything
  <Words>{node}</Words>,
  // @ts-expect-error text
  <Actions>a</Actions>,
  // @ts-expect-error a message
  <Actions>{text('a')}</Actions>,
  // @ts-expect-error a text
  <Card>a</Card>,
  // @ts-expect-error a box is not a block
  <Card>{flex.box()}</Card>,
  // @ts-expect-error text
  <Anything>a</Anything>,
  // @ts-expect-error text from data
  <Anything>{name}</Anything>,
  // @ts-expect-error a number
  <Anything>{1}</Anything>,
  // @ts-expect-error a date
  <Anything>{new Date()}</Anything>,
  // @ts-expect-error an action
  <Messages>{uri('a', url)}</Messages>,
  // @ts-expect-error a date
  <Messages>{new Date()}</Messages>,
]

// Every component that takes children is in this list, with the exported type that is exactly its own.
interface ChildrenTypes {
  Text: MessageTextChildren
  Sticker: AroundChildren
  Image: AroundChildren
  Video: AroundChildren
  Audio: AroundChildren
  Location: AroundChildren
  Coupon: AroundChildren
  Imagemap: ImagemapAreaChildren
  ImagemapArea: ImagemapActionChildren
  ImagemapVideo: UriChildren
  Buttons: TemplateChildren
  Confirm: TemplateChildren
  Carousel: ColumnChildren
  Column: TextAndActionChildren
  ImageCarousel: ImageColumnChildren
  ImageColumn: ActionChildren
  QuickReply: QuickReplyChildren
  QuickReplyItem: QuickReplyActionChildren
  RichMenu: AreaChildren
  Area: RichMenuActionChildren
}
interface FlexChildrenTypes {
  Message: ContainerChildren
  Bubble: BlockChildren
  Carousel: BubbleChildren
  Header: FlexChildren
  Hero: HeroChildren
  Body: FlexChildren
  Footer: FlexChildren
  Box: FlexChildren
  Text: FlexTextChildren
  Span: TextChildren
  Image: ActionChildren
  Video: FlexVideoChildren
  Button: ActionChildren
}
type ChildrenOf<C> = C extends (props: infer P) => components.JSX.Element
  ? P extends { children?: infer Own }
    ? 'children' extends keyof P
      ? Own
      : never
    : never
  : never
type WithChildren<Room> = {
  [
    K in keyof Room as [ChildrenOf<Room[K]>] extends [never]
      ? never
      : K extends `${Uppercase<string>}${string}`
        ? K
        : never
  ]: ChildrenOf<Room[K]>
}
type Same<A, B> = [A, B] extends [B, A] ? true : false
type Holds<T extends true> = T
type Room = Omit<typeof components, 'Fragment' | 'Flex' | 'Provide'>
export type Proofs = [
  Holds<Same<keyof WithChildren<Room>, keyof ChildrenTypes>>,
  Holds<Same<keyof WithChildren<typeof Flex>, keyof FlexChildrenTypes>>,
  Holds<Same<WithChildren<Room>, ChildrenTypes>>,
  Holds<Same<WithChildren<typeof Flex>, FlexChildrenTypes>>,
  // @ts-expect-error the check itself can fail
  Holds<Same<WithChildren<typeof Flex>, ChildrenTypes>>,
]
