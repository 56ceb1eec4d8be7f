/** Flex messages and what they contain. */
import {
  type Block,
  Body,
  type BodyProps,
  Bubble,
  type BubbleProps,
  Carousel,
  type CarouselProps,
  Footer,
  type FooterProps,
  Header,
  type HeaderProps,
  Hero,
  type HeroProps,
  Message,
  type MessageProps,
} from '../../components/flex/index.js'
import type { Element } from '../../jsx-runtime/element.js'
import type { FlexBubble, FlexCarousel, FlexMessage } from '../../spec/flex/index.js'
import { factory } from '../factory.js'
import * as methods from '../generated/methods.js'
import type { Setters } from '../setters.js'

/** Builder of {@link Message}. */
export interface MessageBuilder
  extends Element<FlexMessage>, Setters<MessageProps, MessageBuilder> {}

/**
 * A Flex message: a bubble of up to 30 KB, or a carousel of up to 50 KB of JSON.
 *
 * @example
 * flex.message(flex.bubble(flex.body(flex.text('Thank you')))).altText('Receipt')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#flex-message
 */
export const message: (...children: MessageProps['children'][]) => MessageBuilder = factory(
  Message,
  methods.FlexMessage,
)

/** Builder of {@link Bubble}. */
export interface BubbleBuilder extends Element<FlexBubble>, Setters<BubbleProps, BubbleBuilder> {}

/**
 * A bubble of up to four blocks, shown in the order header, hero, body, footer. Its JSON has room for 30 KB.
 *
 * @example
 * flex.bubble(
 *   flex.hero(flex.image('https://example.com/tea.jpg').size('full')),
 *   flex.body(flex.text('Tea').weight('bold')),
 * ).size('kilo')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 */
export const bubble: (...blocks: BubbleProps['children'][]) => BubbleBuilder = factory(
  Bubble,
  methods.FlexBubble,
)

/** Builder of {@link Carousel}. */
export interface CarouselBuilder
  extends Element<FlexCarousel>, Setters<CarouselProps, CarouselBuilder> {}

/**
 * 1 to 12 bubbles of one size side by side. Its JSON has room for 50 KB.
 *
 * @example
 * flex.carousel(items.map((item) => flex.bubble(flex.body(flex.text(item.name)))))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-carousel
 */
export const carousel: (...children: CarouselProps['children'][]) => CarouselBuilder = factory(
  Carousel,
  methods.FlexCarousel,
)

/** Builder of {@link Header}. */
export interface HeaderBuilder
  extends Element<Block<'header'>>, Setters<HeaderProps, HeaderBuilder> {}

/**
 * The head of a bubble: a box, vertical unless `layout` says otherwise.
 *
 * @example
 * flex.header(flex.text('Receipt').weight('bold'))
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const header: (...children: HeaderProps['children'][]) => HeaderBuilder = factory(
  Header,
  methods.FlexHeader,
)

/** Builder of {@link Hero}. */
export interface HeroBuilder extends Element<Block<'hero'>>, Setters<HeroProps, HeroBuilder> {}

/**
 * The picture of a bubble: an image, a video or a box, from edge to edge.
 *
 * @example
 * flex.hero(flex.image('https://example.com/tea.jpg').size('full').aspectRatio('20:13').aspectMode('cover'))
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const hero: (...component: HeroProps['children'][]) => HeroBuilder = factory(
  Hero,
  methods.FlexHero,
)

/** Builder of {@link Body}. */
export interface BodyBuilder extends Element<Block<'body'>>, Setters<BodyProps, BodyBuilder> {}

/**
 * The main block of a bubble: a box, vertical unless `layout` says otherwise.
 *
 * @example
 * flex.body(flex.text('Thank you')).spacing('md')
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const body: (...children: BodyProps['children'][]) => BodyBuilder = factory(
  Body,
  methods.FlexBody,
)

/** Builder of {@link Footer}. */
export interface FooterBuilder
  extends Element<Block<'footer'>>, Setters<FooterProps, FooterBuilder> {}

/**
 * The foot of a bubble, mostly for buttons: a box, vertical unless `layout` says otherwise.
 *
 * @example
 * flex.footer(flex.button(uri('Open', 'https://example.com'))).layout('horizontal')
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const footer: (...children: FooterProps['children'][]) => FooterBuilder = factory(
  Footer,
  methods.FlexFooter,
)
