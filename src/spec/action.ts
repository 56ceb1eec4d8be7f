import type { LinkUrl } from './values.js'

/**
 * Any action of a tap. The narrower unions below say which of them are permitted where.
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
   * Comes back in `postback.data`.
   * @maxUtf16 300
   */
  data: string
  /**
   * Shown in the chat as a message of the user. Not together with `text`.
   * @maxGraphemes 300
   * @nullAsAbsent
   */
  displayText?: string
  /**
   * Sent in the user's name. Not together with `displayText`, and not in quick replies.
   * @deprecated Use `displayText`.
   * @maxGraphemes 300
   */
  text?: string
  /** Opens or closes the rich menu or the keyboard. */
  inputOption?: 'closeRichMenu' | 'openRichMenu' | 'openKeyboard' | 'openVoice'
  /**
   * Put into the input field, only with `inputOption: 'openKeyboard'`.
   * @maxGraphemes 300
   */
  fillInText?: string
}

/**
 * Sends a text in the user's name.
 * @see https://developers.line.biz/en/reference/messaging-api/#message-action
 * @rule messageText
 */
export interface MessageAction extends ActionCommon {
  type: 'message'
  /** The text to send. */
  text: string
}

/**
 * Opens an address.
 * @see https://developers.line.biz/en/reference/messaging-api/#uri-action
 * @rule altUri
 */
export interface UriAction extends ActionCommon {
  type: 'uri'
  /** The address: http, https, line or tel. */
  uri: LinkUrl
  /** Other addresses for other clients. Quick replies ignore it. */
  altUri?: AltUri
}

/**
 * Other addresses for other clients.
 * @see https://developers.line.biz/en/reference/messaging-api/#uri-action
 */
export interface AltUri {
  /** Opened instead of `uri` on macOS and Windows. */
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
   * Comes back in `postback.data`.
   * @maxUtf16 300
   */
  data: string
  /** Whether the user chooses a date, a time or both. `initial`, `max` and `min` have its format. */
  mode: 'date' | 'time' | 'datetime'
  /** Chosen at first: `2026-08-31`, `23:59` or `2026-08-31T23:59`. */
  initial?: string
  /** Latest that can be chosen, in the form of `mode`. */
  max?: string
  /** Earliest that can be chosen, in the form of `mode`. */
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
 * Lets the user send a place.
 * @see https://developers.line.biz/en/reference/messaging-api/#location-action
 */
export interface LocationAction extends ActionCommon {
  type: 'location'
}

/**
 * Changes the user's rich menu to the one of an alias.
 * @see https://developers.line.biz/en/reference/messaging-api/#richmenu-switch-action
 */
export interface RichMenuSwitchAction extends ActionCommon {
  type: 'richmenuswitch'
  /** Name of the menu that is shown then. */
  richMenuAliasId: RichMenuAliasId
  /**
   * Comes back in `postback.data`.
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
