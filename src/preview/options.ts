/** Options of `toTree` and `toHtml`. */
import type { DeviceName } from './devices.js'
import type { PreviewLanguage } from './words.js'

/** A person or account in a chat. */
export interface Person {
  name?: string
  /** URL of a square image, which is drawn as a circle. */
  iconUrl?: string
}

/** The contents of a coupon. A message itself only has the coupon's id. */
export interface CouponLook {
  title?: string
  imageUrl?: string
  /** UNIX seconds. */
  startTimestamp?: number
  /** UNIX seconds. */
  endTimestamp?: number
}

/** The page behind a link, for its preview in a text. */
export interface LinkPreview {
  title: string
  description?: string
  /** URL of a small image. */
  imageUrl?: string
}

/** Options of `toTree`. */
export interface PreviewOptions {
  /**
   * The phone: font, line heights, sizes and colors. `simulator` is LINE's Flex Message Simulator. An array draws several phones
   * side by side. Default `iphone`; with `frame: 'none'`, `simulator`.
   */
  device?: DeviceName | readonly DeviceName[]
  /** Width of the phone's screen in pixels. Default 375; for Android 360. */
  width?: number
  /**
   * Colors of the chat. Default `light`. Flex and templates look the same in both, as on a phone.
   */
  theme?: 'light' | 'dark'
  /** Language of LINE's own words, such as "Read". Default `en`. */
  language?: PreviewLanguage
  /**
   * `chat` draws messages as on a phone: with the bar above the chat, icons, quick replies, and the text field or rich menu.
   * `none` draws only the message, as LINE's Flex simulator does. Default `chat`.
   */
  frame?: 'chat' | 'none'
  /** The bot's account. */
  account?: Person
  /** Names by user id, for mentions. */
  names?: Readonly<Record<string, string>>
  /** Coupons by id. */
  coupons?: Readonly<Record<string, CouponLook>>
  /**
   * Pages behind links by URL, for their previews in texts: nothing is fetched. The first link of a text that is here gets a
   * preview.
   */
  linkPreviews?: Readonly<Record<string, LinkPreview>>
  /** Factor of the user's font size, 0.5 to 4: for texts in the chat, and Flex with `scaling`. Default 1. */
  textScale?: number
  /** Draws the `altContent` of a hero video, as on phones that do not support video. Default `false`. */
  altContent?: boolean
  /** Adds a line with the device, its width and the font size below each phone. Default `false`. */
  caption?: boolean
  /** Returns the URL to use instead of the URL of an image, for example a local one. */
  pictures?: (url: string) => string
}

/** Options of `toHtml`. */
export interface HtmlOptions extends PreviewOptions {
  /**
   * `fragment` is a style element and the markup; `document` is a whole page; `markup` has no styles, for a page that
   * already has {@link stylesheet}; `rows` also has no frame around the rows of a chat. Default `fragment`.
   */
  as?: 'fragment' | 'document' | 'markup' | 'rows'
  /** Prefix of all class names. Default `fk`. */
  prefix?: string
  /**
   * `open` makes links of uri actions, in a new tab and with `rel="noopener noreferrer"`. With `inert`, the page handles all taps;
   * the action is in `data-action`. Default `inert`.
   */
  links?: 'open' | 'inert'
  /** Title of the document. Default `LINE`. */
  title?: string
}
