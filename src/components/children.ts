/**
 * Types of children, by what they may be. Every component names one of them, so that a component that passes its children on can name it
 * too.
 */
import type { Element, JsxElement } from '../jsx-runtime/element.js'
import type { Absent, Children, Context, Into, Printable, TextAnd } from '../jsx-runtime/types.js'
import type {
  ClipboardAction,
  MessageAction,
  QuickReplyAction,
  RichMenuAction,
  TemplateAction,
  UriAction,
} from '../spec/action.js'
import type {
  FlexAltContent,
  FlexBoxContent,
  FlexBubble,
  FlexContainer,
  FlexFiller,
  FlexHero,
  FlexIcon,
  FlexLinearGradient,
  FlexSpan,
  FlexText,
} from '../spec/flex/index.js'
import type { ImagemapAction, ImagemapVideo } from '../spec/imagemap.js'
import type { Message } from '../spec/message.js'
import type { QuickReplyItem } from '../spec/quick-reply.js'
import type { RichMenuArea } from '../spec/rich-menu.js'
import type { CarouselColumn, ImageCarouselColumn } from '../spec/template.js'
import type { Substitution } from '../spec/text.js'
import type { AroundMessage } from './message.js'

// Messages

/** Messages: JSX, builders, plain JSON, strings, and lists of these. */
type Messages =
  | Printable
  | Into<Message>
  | Into<FlexContainer>
  | Element<Message>
  | JsxElement
  | readonly MessageChildren[]

/**
 * Anything that becomes messages: JSX, builders, plain JSON, strings, lists of these, or a function that makes them from the context of
 * components. Not `undefined`: that would send nothing.
 */
export type Renderable = Messages | ((context: Context) => Messages | Promise<Messages>)

/** Children that are messages: for components that return a fragment. */
export type MessageChildren = Messages | Absent

/** Children of every message: `<QuickReply>` and `<Sender>`. */
export type AroundChildren = Children<never, AroundMessage>

/** Children of `<Text>`: text, `<br/>`, `<Mention>`, `<Emoji>`, `<QuickReply>`, `<Sender>`. */
export type MessageTextChildren = TextAnd<Substitution, AroundMessage>

// Templates

/** Children that are actions, as in templates and Flex. Quick replies, rich menus and columns of image carousels accept them too. */
export type ActionChildren = Children<TemplateAction>

/** Children of `<Column>`: text, `<br/>` and actions. */
export type TextAndActionChildren = TextAnd<TemplateAction>

/** Children of `<Buttons>` and `<Confirm>`: text, `<br/>`, actions, `<QuickReply>`, `<Sender>`. */
export type TemplateChildren = TextAnd<TemplateAction, AroundMessage>

/** Children of `<Carousel>`: `<Column>`s, `<QuickReply>`, `<Sender>`. */
export type ColumnChildren = Children<CarouselColumn, AroundMessage>

/** Children of `<ImageCarousel>`: `<ImageColumn>`s, `<QuickReply>`, `<Sender>`. */
export type ImageColumnChildren = Children<ImageCarouselColumn, AroundMessage>

// Quick replies, imagemaps, rich menus

/** Children of `<QuickReplyItem>`: an action, also one that only quick replies have. */
export type QuickReplyActionChildren = Children<QuickReplyAction>

/** Children of `<QuickReply>`: actions and `<QuickReplyItem>`s. */
export type QuickReplyChildren = Children<QuickReplyAction | QuickReplyItem>

/** Children of `<ImagemapArea>`: `<Uri>`, `<MessageAction>` or `<Clipboard>`. */
export type ImagemapActionChildren = Children<UriAction | MessageAction | ClipboardAction>

/** Children of `<Imagemap>`: `<ImagemapArea>`s, `<ImagemapVideo>`, `<QuickReply>`, `<Sender>`. */
export type ImagemapAreaChildren = Children<ImagemapAction, Element<ImagemapVideo> | AroundMessage>

/** Children of `<ImagemapVideo>`: `<Uri>`. */
export type UriChildren = Children<UriAction>

/** Children of `<Area>`: an action, also one that only rich menus have. */
export type RichMenuActionChildren = Children<RichMenuAction>

/** Children of `<RichMenu>`: `<Area>`s. */
export type AreaChildren = Children<RichMenuArea>

// Flex

/** Children of `<Flex.Message>`: one `<Flex.Bubble>` or `<Flex.Carousel>`; `<QuickReply>`, `<Sender>`. */
export type ContainerChildren = Children<FlexContainer, AroundMessage>

/** Children of `<Flex.Carousel>`: `<Flex.Bubble>`s. */
export type BubbleChildren = Children<FlexBubble>

/** A block of a bubble as an element. A block is not a box to put into another, and each has its own place. */
export interface Block<N extends 'header' | 'hero' | 'body' | 'footer'> {
  readonly block: N
}

/** Children of `<Flex.Bubble>`: `<Flex.Header>`, `<Flex.Hero>`, `<Flex.Body>`, `<Flex.Footer>`, in any order. */
export type BlockChildren = Children<never, Element<Block<'header' | 'hero' | 'body' | 'footer'>>>

/** Children of `<Flex.Hero>`: one `<Flex.Image>`, `<Flex.Video>` or `<Flex.Box>`. */
export type HeroChildren = Children<FlexHero>

/** Children that are Flex components, as in `<Flex.Box>`, `<Flex.Header>`, `<Flex.Body>` and `<Flex.Footer>`. */
export type FlexChildren = Children<FlexBoxContent, Element<FlexLinearGradient>>

/** Children of `flex.horizontal()` and `flex.vertical()`: {@link FlexChildren} without icons. */
export type BoxChildren = Children<Exclude<FlexBoxContent, FlexIcon>, Element<FlexLinearGradient>>

/** Children of `flex.baseline()`: icons, texts and fillers. */
export type BaselineChildren = Children<
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still accepts it
  FlexIcon | FlexText | FlexFiller,
  Element<FlexLinearGradient>
>

/** Children of `<Flex.Text>`: text, `<br/>`, `<b>`, `<i>`, `<u>`, `<s>`, `<Flex.Span>`. */
export type FlexTextChildren = TextAnd<FlexSpan>

/** Children of `<Flex.Video>`: `<Flex.Image>` or `<Flex.Box>` for old versions of LINE; `<Uri>` as the link at the end. */
export type FlexVideoChildren = Children<FlexAltContent | UriAction>
