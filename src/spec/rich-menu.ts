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
   * Name of the menu, for managing menus. Users do not see it.
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
 * Id of a rich menu.
 * @pattern ^richmenu-[0-9a-f]{32}$
 * @permitted richmenu- and 32 hexadecimal digits in lower case
 */
export type RichMenuId = string

/**
 * An alias of a rich menu, for actions that switch to the menu.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-rich-menu-alias
 */
export interface CreateRichMenuAliasRequest {
  /** The alias: lower-case letters, digits, `-` and `_`. */
  richMenuAliasId: RichMenuAliasId
  /** Id of the rich menu. */
  richMenuId: RichMenuId
}

/**
 * The new rich menu of an alias.
 * @see https://developers.line.biz/en/reference/messaging-api/#update-rich-menu-alias
 */
export interface UpdateRichMenuAliasRequest {
  /** Id of the new rich menu. */
  richMenuId: RichMenuId
}

/**
 * Changes to the rich menus of many users. Each change applies to the state before the request.
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
   * Key to resume a request that failed halfway, valid for 14 days.
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
 * Links another menu to all users who are linked to a certain menu.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 */
export interface RichMenuBatchLinkOperation {
  type: 'link'
  /** The current menu of the users. */
  from: RichMenuId
  /** The new menu of the users. */
  to: RichMenuId
}

/**
 * Unlinks a menu from all users who are linked to it.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 */
export interface RichMenuBatchUnlinkOperation {
  type: 'unlink'
  /** The current menu of the users. */
  from: RichMenuId
}

/**
 * Unlinks the menus of all users. Must be the only operation.
 * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
 */
export interface RichMenuBatchUnlinkAllOperation {
  type: 'unlinkAll'
}

/**
 * Links one menu to many users.
 * @see https://developers.line.biz/en/reference/messaging-api/#link-rich-menu-to-users
 */
export interface RichMenuBulkLinkRequest {
  /** The new menu of the users. */
  richMenuId: RichMenuId
  /** Ids of the users. */
  userIds: UserIds
}

/**
 * Unlinks the menus of many users.
 * @see https://developers.line.biz/en/reference/messaging-api/#unlink-rich-menu-from-users
 */
export interface RichMenuBulkUnlinkRequest {
  /** Ids of the users. */
  userIds: UserIds
}
