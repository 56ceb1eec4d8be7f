/** Random bubbles from seeds: the same seed gives the same bubble, so a failure can be repeated. */
import type { FlexMessage } from '../../../src/spec/index.js'
import { bubble, pixel } from '../messages.js'

type Json = Record<string, unknown>

/** A source of random choices. */
class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** A number from 0 to below 1, by the mulberry32 generator. */
  number(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  chance(share: number): boolean {
    return this.number() < share
  }

  /** An integer from `first` to `last`. */
  integer(first: number, last: number): number {
    return first + Math.floor(this.number() * (last - first + 1))
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.number() * values.length)]!
  }

  /** Each property with this chance. */
  some(share: number, properties: Readonly<Record<string, () => unknown>>): Json {
    const all = Object.entries(properties).filter(() => this.chance(share))
    return Object.fromEntries(all.map(([name, value]) => [name, value()]))
  }
}

const spaces = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3px', '15px']
const fontSizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '13px']
const imageSizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '5xl', 'full', '37px', '50%']
const ratios = ['1:1', '20:13', '2:1', '3:4', '16:9', '1:2', '151:100']
const lengths = ['40px', '90px', '200px', '30%', '60%', '100%']
const borders = ['none', 'light', 'normal', 'medium', 'semi-bold', 'bold', '5px']
const colors = ['#dd2222', '#22aa55', '#3355cc', '#ffcc00', '#11223380']
const sentences = [
  'SALE',
  'tea',
  '4.0',
  '¥1,280',
  'Brown Cafe',
  'Miller Tower, 21 Stone Street, third floor',
  'お茶',
  '抹茶ラテと季節の和菓子のセット',
  '臺北市信義區松仁路100號',
  'ชาไทยเย็นหวานน้อย',
  'a  b   c',
  'one\n  two\n\nthree',
  'https://example.com/orders/2024/11/28?from=line&ref=card',
]

class Generator {
  readonly #dice: Dice
  readonly #hasTexts: boolean
  /** Components that may still be made. */
  #left: number

  constructor(seed: number, hasTexts: boolean) {
    this.#dice = new Dice(seed)
    this.#hasTexts = hasTexts
    this.#left = this.#dice.integer(3, 24)
  }

  #place(isFirstLevel: boolean): Json {
    const dice = this.#dice
    const offset = () => dice.pick(['4px', '-6px', '10%', 'md'])
    const moved = dice.chance(isFirstLevel ? 0.06 : 0.1)
    return {
      ...dice.some(0.15, { margin: () => dice.pick(spaces) }),
      ...dice.some(0.25, { flex: () => dice.pick([0, 0, 1, 1, 2, 3, 5]) }),
      ...(moved && {
        ...dice.some(0.5, { position: () => dice.pick(['relative', 'absolute', 'absolute']) }),
        ...dice.some(0.5, { offsetTop: offset, offsetStart: offset }),
        ...dice.some(0.2, { offsetBottom: offset, offsetEnd: offset }),
      }),
    }
  }

  #text(depth: number): Json {
    const dice = this.#dice
    const look = () => ({
      ...dice.some(0.4, { size: () => dice.pick(fontSizes) }),
      ...dice.some(0.2, {
        weight: () => dice.pick(['bold', 'regular']),
        color: () => dice.pick(colors),
        decoration: () => dice.pick(['underline', 'line-through']),
        style: () => 'italic',
      }),
    })
    const spans = dice.chance(0.15)
      ? {
          contents: Array.from({ length: dice.integer(1, 3) }, () => ({
            type: 'span',
            text: dice.pick(sentences),
            ...look(),
          })),
        }
      : { text: dice.pick(sentences) }
    return {
      type: 'text',
      ...spans,
      ...look(),
      ...this.#place(depth === 0),
      ...dice.some(0.25, {
        wrap: () => true,
        align: () => dice.pick(['start', 'center', 'end']),
        gravity: () => dice.pick(['top', 'center', 'bottom']),
      }),
      ...dice.some(0.1, {
        maxLines: () => dice.integer(1, 3),
        lineSpacing: () => dice.pick(['4px', '12px']),
        adjustMode: () => 'shrink-to-fit',
      }),
    }
  }

  #image(depth: number): Json {
    const dice = this.#dice
    return {
      type: 'image',
      url: pixel,
      ...this.#place(depth === 0),
      ...dice.some(0.5, {
        size: () => dice.pick(imageSizes),
        aspectRatio: () => dice.pick(ratios),
        aspectMode: () => dice.pick(['cover', 'fit']),
      }),
      ...dice.some(0.2, {
        align: () => dice.pick(['start', 'center', 'end']),
        gravity: () => dice.pick(['top', 'center', 'bottom']),
      }),
    }
  }

  #button(depth: number): Json {
    const dice = this.#dice
    return {
      type: 'button',
      action: {
        type: 'message',
        label: dice.pick(['Buy', 'Reserve a table', '予約する']),
        text: 'a',
      },
      ...this.#place(depth === 0),
      ...dice.some(0.4, {
        style: () => dice.pick(['primary', 'secondary', 'link']),
        height: () => dice.pick(['sm', 'md']),
        gravity: () => dice.pick(['top', 'center', 'bottom']),
      }),
      ...dice.some(0.1, { adjustMode: () => 'shrink-to-fit' }),
    }
  }

  #component(layout: string, depth: number): Json {
    const dice = this.#dice
    this.#left--
    const kinds = ['box', 'image', 'separator', 'filler']
    if (this.#hasTexts) kinds.push('text', 'text', 'text', 'button')
    if (layout === 'baseline') kinds.splice(0, 3, 'icon')
    const kind = dice.pick(kinds)
    if (kind === 'box') return this.box(depth + 1)
    if (kind === 'text') return this.#text(depth)
    if (kind === 'image') return this.#image(depth)
    if (kind === 'button' && layout !== 'baseline') return this.#button(depth)
    if (kind === 'separator')
      return { type: 'separator', ...dice.some(0.5, { margin: () => dice.pick(spaces) }) }
    if (kind === 'filler')
      return { type: 'filler', ...dice.some(0.3, { flex: () => dice.pick([1, 2]) }) }
    return {
      type: 'icon',
      url: pixel,
      ...dice.some(0.4, {
        size: () => dice.pick(fontSizes),
        margin: () => dice.pick(spaces),
        aspectRatio: () => dice.pick(ratios),
      }),
    }
  }

  box(depth: number): Json {
    const dice = this.#dice
    const layout = dice.pick(['vertical', 'horizontal', 'horizontal', 'baseline'])
    const contents: Json[] = []
    const wanted = dice.integer(depth === 0 ? 1 : 0, 5)
    while (contents.length < wanted && this.#left > 0 && depth < 5)
      contents.push(this.#component(layout, depth))
    return {
      type: 'box',
      layout,
      contents,
      ...(depth > 0 && this.#place(depth === 1)),
      ...dice.some(0.2, {
        spacing: () => dice.pick(spaces),
        backgroundColor: () => dice.pick(colors),
        paddingAll: () => dice.pick([...spaces, '5%']),
        cornerRadius: () => dice.pick(spaces),
      }),
      ...dice.some(0.08, {
        borderWidth: () => dice.pick(borders),
        borderColor: () => dice.pick(colors),
        paddingTop: () => dice.pick(spaces),
        paddingStart: () => dice.pick(spaces),
        justifyContent: () =>
          dice.pick(['flex-start', 'center', 'flex-end', 'space-between', 'space-evenly']),
        alignItems: () => dice.pick(['flex-start', 'center', 'flex-end']),
      }),
      ...(depth > 0 &&
        dice.some(0.1, {
          width: () => dice.pick(lengths),
          height: () => dice.pick(['20px', '64px', '150px']),
          maxWidth: () => dice.pick(lengths),
          maxHeight: () => dice.pick(['30px', '80px']),
        })),
    }
  }

  bubble(): FlexMessage {
    const dice = this.#dice
    const blocks = ['header', 'hero', 'body', 'footer'].filter(() => dice.chance(0.4))
    if (blocks.length === 0) blocks.push('body')
    return bubble({
      ...dice.some(0.5, {
        size: () => dice.pick(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']),
      }),
      ...dice.some(0.1, { direction: () => 'rtl' }),
      ...Object.fromEntries(blocks.map((name) => [name, this.box(0)])),
      ...dice.some(0.2, {
        styles: () =>
          Object.fromEntries(blocks.map((name) => [name, { separator: dice.chance(0.5) }])),
      }),
    })
  }
}

/** A bubble; every fourth one has no text. */
export const hasTexts = (seed: number): boolean => seed % 4 !== 0

export const randomBubble = (seed: number): FlexMessage =>
  new Generator(seed, hasTexts(seed)).bubble()
