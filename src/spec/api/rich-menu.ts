import type { RichMenuAliasId } from '../action.js'
import type { RichMenuArea, RichMenuId, RichMenuSize } from '../rich-menu.js'

/**
 * Id of a rich menu.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-rich-menu
 */
export interface RichMenuIdResponse {
  richMenuId: RichMenuId
}

/**
 * A rich menu.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu
 */
export interface RichMenuResponse {
  richMenuId: RichMenuId
  size: RichMenuSize
  selected: boolean
  name: string
  chatBarText: string
  areas: RichMenuArea[]
}

/**
 * All rich menus created with the API.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-list
 */
export interface RichMenuListResponse {
  richmenus: RichMenuResponse[]
}

/**
 * An alias and its menu.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-alias-information
 */
export interface RichMenuAliasResponse {
  richMenuAliasId: RichMenuAliasId
  richMenuId: RichMenuId
}

/**
 * All aliases.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-alias-list
 */
export interface RichMenuAliasListResponse {
  aliases: RichMenuAliasResponse[]
}

/**
 * Progress of a batch. LINE keeps it for 14 days.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-batch-control-rich-menus-progress-status
 */
export interface RichMenuBatchProgressResponse {
  phase: RichMenuBatchProgressPhase
  /** ISO 8601. */
  acceptedTime: string
  /** ISO 8601. */
  completedTime?: string
}

export type RichMenuBatchProgressPhase = 'ongoing' | 'succeeded' | 'failed'
