import type { LinkUrl } from './values.js'

/**
 * Any action of a tap. The narrower unions below list the actions that are permitted in each place.
 * @see https://developers.line.biz/en/reference/messaging-api/#action-objects
 * @discriminator type
 * @rule label
 */
export type Action =
  | PostbackAction
  | MessageAction
  | UriAction
  | DatetimePickerAction
  | ClipboardAction
  | CameraAction
  | CameraRollAction
  | LocationAction
  | RichMenuSwitchAction

/**
 * Actions in a template.
 * @see https://developers.line.biz/en/reference/messaging-api/#action-objects
 * @discriminator type
 * @rule label
 */
export type TemplateAction =
  PostbackAction | MessageAction | UriAction | DatetimePickerAction | ClipboardAction

/**
 * Actions in a Flex message.
 * @see https://developers.line.biz/en/reference/messaging-api/#action-objects
 * @discriminator type
 * @rule label
 */
export type FlexAction =
  PostbackAction | MessageAction | UriAction | DatetimePickerAction | ClipboardAction

/**
 * Actions of a quick reply button.
 * @see https://developers.line.biz/en/reference/messaging-api/#action-objects
 * @discriminator type
 * @rule label
 */
export type QuickReplyAction =
  | PostbackAction
  | MessageAction
  | UriAction
  | DatetimePickerAction
  | ClipboardAction
  | CameraAction
  | CameraRollAction
  | LocationAction

/**
 * Actions of an area of a rich menu.
 * @see https://developers.line.biz/en/reference/messaging-api/#action-objects
 * @discriminator type
 * @rule label
 */
export type RichMenuAction =
  | PostbackAction
  | MessageAction
  | UriAction
  | DatetimePickerAction
  | ClipboardAction
  | RichMenuSwitchAction

/** Properties of every action. */
export interface ActionCommon {
  /** Text on the button. Its limit, and whether it is required, depend on the place of the action. */
  label?: string
}

/**
 * Sends a postback event to the bot.
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-action
 * @rule postback
 */
export interface PostbackAction extends ActionCommon {
  type: 'postback'
  /**
   * Data that the postback event returns in `postback.data`.
   * @maxUtf16 300
   */
  data: string
  /**
   * Text shown in the chat as a message of the user. Cannot be used together with `text`.
   * @maxGraphemes 300
   * @nullAsAbsent
   */
  displayText?: string
  /**
   * Text sent as a message of the user. Cannot be used together with `displayText`, nor in quick replies.
   * @deprecated Use `displayText`.
   * @maxGraphemes 300
   */
  text?: string
  /** Opens or closes the rich menu or the keyboard. */
  inputOption?: 'closeRichMenu' | 'openRichMenu' | 'openKeyboard' | 'openVoice'
  /**
   * Text put into the input field. Only with `inputOption: 'openKeyboard'`.
   * @maxGraphemes 300
   */
  fillInText?: string
}

/**
 * Sends a text as a message of the user.
 * @see https://developers.line.biz/en/reference/messaging-api/#message-action
 * @rule messageText
 */
export interface MessageAction extends ActionCommon {
  type: 'message'
  /** The text to send. */
  text: string
}

/**
 * Opens a URL.
 * @see https://developers.line.biz/en/reference/messaging-api/#uri-action
 * @rule altUri
 */
export interface UriAction extends ActionCommon {
  type: 'uri'
  /** The URL: http, https, line or tel. */
  uri: LinkUrl
  /** Other URLs for other clients. Ignored in quick replies. */
  altUri?: AltUri
}

/**
 * Other URLs for other clients.
 * @see https://developers.line.biz/en/reference/messaging-api/#uri-action
 */
export interface AltUri {
  /** URL opened instead of `uri` on macOS and Windows. */
  desktop: LinkUrl
}

/**
 * Lets the user choose a date, a time or both, and sends it as a postback.
 * @see https://developers.line.biz/en/reference/messaging-api/#datetime-picker-action
 * @rule datetimes
 */
export interface DatetimePickerAction extends ActionCommon {
  type: 'datetimepicker'
  /**
   * Data that the postback event returns in `postback.data`.
   * @maxUtf16 300
   */
  data: string
  /** Kind of value to choose: a date, a time or both. `initial`, `max` and `min` have the format of this kind. */
  mode: 'date' | 'time' | 'datetime'
  /** Value selected at first: `2026-08-31`, `23:59` or `2026-08-31T23:59`. */
  initial?: string
  /** Latest value that can be chosen, in the format of `mode`. */
  max?: string
  /** Earliest value that can be chosen, in the format of `mode`. */
  min?: string
}

/**
 * Opens the camera.
 * @see https://developers.line.biz/en/reference/messaging-api/#camera-action
 */
export interface CameraAction extends ActionCommon {
  type: 'camera'
}

/**
 * Opens the camera roll.
 * @see https://developers.line.biz/en/reference/messaging-api/#camera-roll-action
 */
export interface CameraRollAction extends ActionCommon {
  type: 'cameraRoll'
}

/**
 * Opens the location screen, so that the user can send a location.
 * @see https://developers.line.biz/en/reference/messaging-api/#location-action
 */
export interface LocationAction extends ActionCommon {
  type: 'location'
}

/**
 * Switches the user's rich menu to the menu of an alias.
 * @see https://developers.line.biz/en/reference/messaging-api/#richmenu-switch-action
 */
export interface RichMenuSwitchAction extends ActionCommon {
  type: 'richmenuswitch'
  /** Alias of the menu to show. */
  richMenuAliasId: RichMenuAliasId
  /**
   * Data that the postback event returns in `postback.data`.
   * @maxUtf16 300
   */
  data: string
}

/**
 * Name of a rich menu alias.
 * @minUtf16 1
 * @maxUtf16 32
 * @pattern ^[a-z0-9_-]*$
 * @permitted lower-case letters, digits, - and _
 */
export type RichMenuAliasId = string

/**
 * Copies a text.
 * @see https://developers.line.biz/en/reference/messaging-api/#clipboard-action
 */
export interface ClipboardAction extends ActionCommon {
  type: 'clipboard'
  /**
   * The text to copy.
   * @minUtf16 1
   * @maxUtf16 1000
   */
  clipboardText: string
}
