/** The four templates and their columns. */
import {
  Buttons,
  type ButtonsProps,
  Carousel,
  type CarouselProps,
  Column,
  type ColumnProps,
  Confirm,
  type ConfirmProps,
  ImageCarousel,
  type ImageCarouselProps,
  ImageColumn,
  type ImageColumnProps,
} from '../components/index.js'
import type { Element } from '../jsx-runtime/element.js'
import type { CarouselColumn, ImageCarouselColumn, TemplateMessage } from '../spec/template.js'
import { factory } from './factory.js'
import * as methods from './generated/methods.js'
import type { Setters } from './setters.js'

/** Builder of {@link Buttons}. */
export interface ButtonsBuilder
  extends Element<TemplateMessage>, Setters<ButtonsProps, ButtonsBuilder> {}

/**
 * A message with an image, a title, a text and up to four action buttons. The text has room for 160 characters, or 60 beside
 * an image or a title.
 *
 * @example
 * buttons('Please choose')
 *   .altText('Buy tea')
 *   .title('Tea')
 *   .actions(postback('Buy', 'action=buy&id=1'), uri('Details', 'https://example.com'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#buttons
 */
export const buttons: (...children: ButtonsProps['children'][]) => ButtonsBuilder = factory(
  Buttons,
  methods.Buttons,
)

/** Builder of {@link Confirm}. */
export interface ConfirmBuilder
  extends Element<TemplateMessage>, Setters<ConfirmProps, ConfirmBuilder> {}

/**
 * A question of up to 240 characters with exactly two buttons.
 *
 * @example
 * confirm('Delete it?').altText('Delete it?').actions(postback('Yes', 'delete'), postback('No', 'keep'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#confirm
 */
export const confirm: (...children: ConfirmProps['children'][]) => ConfirmBuilder = factory(
  Confirm,
  methods.Confirm,
)

/** Builder of {@link Carousel}. */
export interface CarouselBuilder
  extends Element<TemplateMessage>, Setters<CarouselProps, CarouselBuilder> {}

/**
 * 1 to 10 cards side by side, all with equally many buttons; image and title stand in all cards or in none.
 *
 * @example
 * carousel(
 *   column('From Uji').title('Green').actions(postback('Buy', 'buy=1')),
 *   column('From Sayama').title('Black').actions(postback('Buy', 'buy=2')),
 * ).altText('Teas')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#carousel
 */
export const carousel: (...children: CarouselProps['children'][]) => CarouselBuilder = factory(
  Carousel,
  methods.Carousel,
)

/** Builder of {@link Column}. */
export interface ColumnBuilder
  extends Element<CarouselColumn>, Setters<ColumnProps, ColumnBuilder> {}

/**
 * A card of a carousel with up to three buttons. The text has room for 120 characters, or 60 beside an image or a title.
 *
 * @example
 * column('From Uji').title('Green tea').actions(postback('Buy', 'buy=1'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-carousel
 */
export const column: (...children: ColumnProps['children'][]) => ColumnBuilder = factory(
  Column,
  methods.Column,
)

/** Builder of {@link ImageCarousel}. */
export interface ImageCarouselBuilder
  extends Element<TemplateMessage>, Setters<ImageCarouselProps, ImageCarouselBuilder> {}

/**
 * 1 to 10 square pictures side by side.
 *
 * @example
 * imageCarousel(
 *   imageColumn('https://example.com/green.jpg', postback('Green', 'buy=1')),
 *   imageColumn('https://example.com/black.jpg', postback('Black', 'buy=2')),
 * ).altText('Teas')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#image-carousel
 */
export const imageCarousel: (
  ...children: ImageCarouselProps['children'][]
) => ImageCarouselBuilder = factory(ImageCarousel, methods.ImageCarousel)

/** Builder of {@link ImageColumn}. */
export interface ImageColumnBuilder
  extends Element<ImageCarouselColumn>, Setters<ImageColumnProps, ImageColumnBuilder> {}

/**
 * A picture of an image carousel: square, and an action whose label, if any, has up to 12 characters.
 *
 * @example
 * imageColumn('https://example.com/green.jpg', postback('Green', 'buy=1'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-image-carousel
 */
export const imageColumn: (
  imageUrl: ImageColumnProps['imageUrl'],
  ...action: ImageColumnProps['children'][]
) => ImageColumnBuilder = factory(ImageColumn, methods.ImageColumn, 'imageUrl')
