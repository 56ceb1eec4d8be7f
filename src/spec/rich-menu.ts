import type { RichMenuAction, RichMenuAliasId } from './action.js'
import type { UserIds } from './values.js'

/**
 * A menu below the chat: its size, its bar and its areas. The image is uploaded separately.
 * @see https://developers.line.biz/en/reference/messaging-api/#rich-menu-object
 * @rule richMenuRatio
 */
export interface RichMenuRequest {
  /** Size of the image. */
  size: RichMenuSize
  /** Opens the menu when the chat is opened. */
  selected: boolean
  /**
   * For those who manage menus; users do not see it.
   * @minUtf16 1
   * @maxGraphemes 300
   */
  name: string
  /**
   * Text on the bar below the chat.
   * @minUtf16 1
   * @maxGraphemes 14
   */
  chatBarText: string
  /**
   * Areas that can be tapped.
   * @maxItems 20
   * @rule richMenuArea
   */
  areas: RichMenuArea[]
}

/**
 * Size of a rich menu's image, in pixels. The width is at least {@limit richMenuRatio} times the height.
 * @see https://developers.line.biz/en/reference/messaging-api/#size-object
 */
export interface RichMenuSize {
  /**
   * Width of the image.
   * @asType integer
   * @minimum 800
   * @maximum 2500
   */
  width: number
  /**
   * Height of the image.
   * @asType integer
   * @minimum 250
   */
  height: number
}

/**
 * A rectangle that can be tapped.
 * @see https://developers.line.biz/en/reference/messaging-api/#area-object
 */
export interface RichMenuArea {
  /** The rectangle that can be tapped. */
  bounds: RichMenuBounds
  /**
   * Action of a tap.
   * @place richMenu
   */
  action: RichMenuAction
}

/**
 * A rectangle in pixels of the image.
 * @see https://developers.line.biz/en/reference/messaging-api/#bounds-object
 */
export interface RichMenuBounds {
  /**
   * Pixels from the left of the image.
   * @asType integer
   * @minimum 0
   */
  x: number
  /**
   * Pixels from its top.
   * @asType integer
   * @minimum 0
   */
  y: number
  /**
   * Width in pixels.
   * @asType integer
   * @minimum 1
   */
  width: number
  /**
   * Height in pixels.
   * @asType integer
   * @minimum 1
   */
  height: number
}

/**
 * Id that LINE gave to a rich menu.
 * @pattern ^richmenu-[0-9a-f]{32}$
 * @permitted richmenu- and 32 hexadecimal digits in lower case
 */
export type RichMenuId = string

/**
 * A name for a rich menu, for actions that switch to it.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-rich-menu-alias
 */
export interface CreateRichMenuAliasRequest {
  /** The name: small letters, digits, `-` and `_`. */
  richMenuAliasId: RichMenuAliasId
  /** Id of the rich menu. */
  richMenuId: RichMenuId
}

/**
 * The rich menu that an alias is to name from now on.
 * @see https://developers.line.biz/en/reference/messaging-api/#update-rich-menu-alias
 */
export interface UpdateRichMenuAliasRequest {
  /** Id of the new rich menu. */
  richMenuId: RichMenuId
}

/**
 * Changes to the rich menus of many users, each applied to the state before the request.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 */
export interface RichMenuBatchRequest {
  /**
   * The changes.
   * @minItems 1
   * @maxItems 1000
   * @listRule batchOperations
   */
  operations: RichMenuBatchOperation[]
  /**
   * Name under which a request that failed half way can be taken up again for 14 days.
   * @minUtf16 1
   * @maxUtf16 100
   * @pattern ^[a-zA-Z0-9_-]*$
   * @permitted letters, digits, - and _
   */
  resumeRequestKey?: string
}

/**
 * One change to the rich menus of many users.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 * @discriminator type
 */
export type RichMenuBatchOperation =
  RichMenuBatchLinkOperation | RichMenuBatchUnlinkOperation | RichMenuBatchUnlinkAllOperation

/**
 * Gives another menu to all users who have a certain one.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 */
export interface RichMenuBatchLinkOperation {
  type: 'link'
  /** The menu that they have. */
  from: RichMenuId
  /** The menu that they get. */
  to: RichMenuId
}

/**
 * Takes a menu away from all users who have it.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 */
export interface RichMenuBatchUnlinkOperation {
  type: 'unlink'
  /** The menu that they have. */
  from: RichMenuId
}

/**
 * Takes the menus of all users away. Stands alone.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 */
export interface RichMenuBatchUnlinkAllOperation {
  type: 'unlinkAll'
}

/**
 * One menu for many users.
 * @see https://developers.line.biz/en/reference/messaging-api/#link-rich-menu-to-users
 */
export interface RichMenuBulkLinkRequest {
  /** The menu that they get. */
  richMenuId: RichMenuId
  /** Ids of the users. */
  userIds: UserIds
}

/**
 * No menu for many users.
 * @see https://developers.line.biz/en/reference/messaging-api/#unlink-rich-menu-from-users
 */
export interface RichMenuBulkUnlinkRequest {
  /** Whose own menu is taken away. */
  userIds: UserIds
}
