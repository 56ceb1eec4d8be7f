import type { EventCommon, Replyable } from './common.js'
import type { Source } from './source.js'

/** {@link PostbackEvent} without its mode. */
export interface PostbackEventFields extends EventCommon {
  type: 'postback'
  source: Source
  postback: PostbackContent
}

/**
 * A user tapped a button with a postback, datetime picker or rich menu switch action.
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-event
 */
export type PostbackEvent = PostbackEventFields & Replyable

/** Data of the button, and the choice of the user. */
export interface PostbackContent {
  /** The `data` of the action. */
  data: string
  /** The user's choice; only for datetime pickers and rich menu switches. */
  params?: PostbackParams
}

/**
 * The choice of the user. Each member declares the properties of the others as absent, so that
 * `params.date !== undefined` narrows the type.
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-params-object-for-datetime-selection-action
 */
export type PostbackParams = DateParams | TimeParams | DatetimeParams | RichMenuSwitchParams

/** Choice of a datetime picker in `date` mode. */
export interface DateParams {
  /** `yyyy-MM-dd`. */
  date: string
  time?: undefined
  datetime?: undefined
  status?: undefined
  newRichMenuAliasId?: undefined
}

/** Choice of a datetime picker in `time` mode. */
export interface TimeParams {
  date?: undefined
  /** `HH:mm`. */
  time: string
  datetime?: undefined
  status?: undefined
  newRichMenuAliasId?: undefined
}

/** Choice of a datetime picker in `datetime` mode. */
export interface DatetimeParams {
  date?: undefined
  time?: undefined
  /** `yyyy-MM-ddTHH:mm`, always with a capital T and without a zone. */
  datetime: string
  status?: undefined
  newRichMenuAliasId?: undefined
}

/** Result of a rich menu switch. */
export interface RichMenuSwitchParams {
  date?: undefined
  time?: undefined
  datetime?: undefined
  status: RichMenuSwitchStatus
  /** Alias of the menu that is shown now; absent if the switch failed. */
  newRichMenuAliasId?: string
}

/** Result of the switch. */
export type RichMenuSwitchStatus =
  'SUCCESS' | 'RICHMENU_ALIAS_ID_NOTFOUND' | 'RICHMENU_NOTFOUND' | 'FAILED'
