/** Settings and state that all parts of a drawing share. */
import { chatText, iconGap } from './chat-figures.js'
import { type Device, devices, type DeviceName, iconOn } from './devices.js'
import type { CouponLook, LinkPreview, Person, PreviewOptions } from './options.js'
import { type Palette, paletteOf } from './palette.js'
import { imageAddress, shownAddress } from './url.js'
import { number, record, words as cut } from './read.js'
import type { Source } from './tree.js'
import { type Words, words } from './words.js'

/** Settings of a drawing, and the number of components that may still be drawn. */
export interface DrawContext {
  readonly device: Device
  /** Width of the screen. */
  readonly width: number
  /** The sender's icon, and the left side of everything beside it. */
  readonly icon: { readonly size: number; readonly left: number; readonly right: number }
  readonly colors: Palette
  readonly words: Words
  readonly framed: boolean
  readonly account: Person
  readonly names: Readonly<Record<string, unknown>>
  readonly coupons: Readonly<Record<string, CouponLook>>
  readonly linkPreviews: Readonly<Record<string, LinkPreview>>
  /** The size that the device gives to type of this size. */
  readonly type: (size: number) => number
  /** Factor of the user's font size, for texts that follow it. */
  readonly textScale: number
  readonly altContent: boolean
  readonly pictures: (url: string) => string
  /** Components that may still be drawn: a message with more could not be sent, and would stall a browser. */
  left: number
}

/** Maximum nesting: more than any readable message of 50 KB has, and less than HTML parsers accept. */
export const maxDepth = 100
const maxComponents = 20_000

/** The devices of a drawing. Without a frame, messages look as in LINE's Flex simulator. */
export const devicesOf = ({ device, frame }: PreviewOptions): readonly DeviceName[] =>
  typeof device === 'string' ? [device] : (device ?? [frame === 'none' ? 'simulator' : 'iphone'])

export function createContext(options: PreviewOptions, name: DeviceName): DrawContext {
  const device = devices[name]
  const width = Math.round(number(options.width, 120, 4_000) ?? device.width)
  const icon = iconOn(device, width)
  const factor = options.language === 'ja' ? device.japaneseType : 1
  return {
    device,
    width,
    icon: { ...icon, right: icon.left + icon.size + iconGap },
    colors: paletteOf(options.theme === 'dark' ? 'dark' : 'light', device),
    words: words[options.language ?? 'en'],
    framed: options.frame !== 'none',
    account: options.account ?? {},
    names: record(options.names) ?? {},
    coupons: options.coupons ?? {},
    linkPreviews: options.linkPreviews ?? {},
    type: (size) => (factor === 1 ? size : Math.round(size * factor)),
    textScale: number(options.textScale, 0.5, 4) ?? 1,
    altContent: options.altContent === true,
    pictures: options.pictures ?? ((url) => url),
    left: maxComponents,
  }
}

/** Font size and line height of texts in a chat. */
export function chatFont({ type, textScale }: DrawContext, size: number = chatText.size) {
  const pitch = chatText.pitch / chatText.size
  return { fontSize: type(size) * textScale, lineHeight: pitch } as const
}

/** An image's URL, if it is permitted, and the placeholder text. */
export function picture(context: DrawContext, url: unknown): Source {
  const mapped = typeof url === 'string' ? context.pictures(url) : url
  return { url: imageAddress(mapped), placeholder: shownAddress(url) }
}

/** Name of a person, limited in length. */
export const nameOf = (person: unknown, otherwise: string): string =>
  cut(record<Person>(person)?.name, 80) || otherwise
