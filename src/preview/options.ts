/** What a caller may say about a picture. */

/** Somebody in a chat. */
export interface Person {
  name?: string
  /** Square picture; drawn as a circle. */
  iconUrl?: string
}

/** What is known of a coupon. The message itself only names it. */
export interface CouponLook {
  title?: string
  imageUrl?: string
  /** UNIX seconds. */
  startTimestamp?: number
  /** UNIX seconds. */
  endTimestamp?: number
}

/** How the tree is made. */
export interface PreviewOptions {
  /** Width of the phone's screen, in pixels. 375 unless said. */
  width?: number
  /** `light` unless said. What a message colours itself, such as Flex, is the same in both, as on a phone. */
  theme?: 'light' | 'dark'
  /** Language of the few words that LINE itself adds. `en` unless said. */
  language?: 'en' | 'ja'
  /**
   * `chat` draws a message as a phone shows it, with name, icon and quick replies. `none` draws the message alone, as
   * LINE's Flex simulator does.
   */
  frame?: 'chat' | 'none'
  /** The account that sends. */
  account?: Person
  /** Names by user id, for mentions. */
  names?: Readonly<Record<string, string>>
  /** Coupons by id. */
  coupons?: Readonly<Record<string, CouponLook>>
  /** Size of the text whose `scaling` is on, as a multiple. 1 unless said. */
  textScale?: number
  /** Draws a hero video as phones do that are too old for it: its `altContent`. */
  altContent?: boolean
  /** Gives the address that is drawn for the address of a picture, for pictures that are kept elsewhere. */
  pictures?: (url: string) => string
}

/** How HTML is made. */
export interface HtmlOptions extends PreviewOptions {
  /**
   * `fragment` is a style element and the markup; `document` a whole page; `markup` leaves the styles out, for a page that
   * has {@link stylesheet} already; `rows` leaves out the frame around the rows of a chat too.
   */
  as?: 'fragment' | 'document' | 'markup' | 'rows'
  /** Begins every class name. `fk` unless said. */
  prefix?: string
  /**
   * `open` makes links of uri actions, in a new tab and with `rel="noopener noreferrer"`. `inert` leaves all that can be tapped to
   * the page, which finds the action in `data-action`. `inert` unless said.
   */
  links?: 'open' | 'inert'
  /** Title of the document. */
  title?: string
}
