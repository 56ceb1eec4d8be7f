/** Actions: what a tap does. */
import {
  Camera,
  type CameraProps,
  CameraRoll,
  type CameraRollProps,
  Clipboard,
  type ClipboardProps,
  DatetimePicker,
  type DatetimePickerProps,
  LocationAction,
  type LocationActionProps,
  MessageAction,
  type MessageActionProps,
  Postback,
  type PostbackProps,
  RichMenuSwitch,
  type RichMenuSwitchProps,
  Uri,
  type UriProps,
} from '../components/index.js'
import type { Element } from '../jsx-runtime/element.js'
import type * as spec from '../spec/action.js'
import { factory } from './factory.js'
import * as methods from './generated/methods.js'
import type { Setters } from './setters.js'

/** Builder of {@link Postback}. */
export interface PostbackBuilder
  extends Element<spec.PostbackAction>, Setters<PostbackProps, PostbackBuilder> {}

/**
 * Sends a postback event to the bot. `data` is up to 300 UTF-16 code units.
 *
 * @example
 * postback('Buy', 'action=buy&id=1').displayText('I take it')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-action
 */
export const postback: (
  label: PostbackProps['label'],
  data: PostbackProps['data'],
) => PostbackBuilder = factory(Postback, methods.Postback, 'label', 'data')

/** Builder of {@link MessageAction}. */
export interface MessageActionBuilder
  extends Element<spec.MessageAction>, Setters<MessageActionProps, MessageActionBuilder> {}

/**
 * Sends a text in the user's name, of up to 300 characters.
 *
 * @example
 * messageAction('Menu', 'menu')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#message-action
 */
export const messageAction: (
  label: MessageActionProps['label'],
  text: MessageActionProps['text'],
) => MessageActionBuilder = factory(MessageAction, methods.MessageAction, 'label', 'text')

/** Builder of {@link Uri}. */
export interface UriBuilder extends Element<spec.UriAction>, Setters<UriProps, UriBuilder> {}

/**
 * Opens an address: http, https, line or tel, percent-encoded, up to 1,000 UTF-16 code units.
 *
 * @example
 * uri('Details', 'https://example.com/tea?id=1')
 * buttons('Please choose').defaultAction(uri(undefined, 'https://example.com')) // not on a button: no label
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#uri-action
 */
export const uri: (label: UriProps['label'], uri: UriProps['uri']) => UriBuilder = factory(
  Uri,
  methods.Uri,
  'label',
  'uri',
)

/** Builder of {@link DatetimePicker}. */
export interface DatetimePickerBuilder
  extends Element<spec.DatetimePickerAction>, Setters<DatetimePickerProps, DatetimePickerBuilder> {}

/**
 * Lets the user choose a date, a time or both, and sends it as a postback. `initial`, `min` and `max` are written in the form
 * of `mode`.
 *
 * @example
 * datetimePicker('Choose a day', 'book', 'date').min('2026-01-01').max('2026-12-31')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#datetime-picker-action
 */
export const datetimePicker: (
  label: DatetimePickerProps['label'],
  data: DatetimePickerProps['data'],
  mode: DatetimePickerProps['mode'],
) => DatetimePickerBuilder = factory(
  DatetimePicker,
  methods.DatetimePicker,
  'label',
  'data',
  'mode',
)

/** Builder of {@link Clipboard}. */
export interface ClipboardBuilder
  extends Element<spec.ClipboardAction>, Setters<ClipboardProps, ClipboardBuilder> {}

/**
 * Copies a text of 1 to 1,000 UTF-16 code units.
 *
 * @example
 * clipboard('Copy the code', 'TEA-2026')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#clipboard-action
 */
export const clipboard: (
  label: ClipboardProps['label'],
  clipboardText: ClipboardProps['clipboardText'],
) => ClipboardBuilder = factory(Clipboard, methods.Clipboard, 'label', 'clipboardText')

/** Builder of {@link Camera}. */
export interface CameraBuilder
  extends Element<spec.CameraAction>, Setters<CameraProps, CameraBuilder> {}

/**
 * Opens the camera. In quick replies only.
 *
 * @example
 * quickReply(camera('Take a picture'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#camera-action
 */
export const camera: (label: CameraProps['label']) => CameraBuilder = factory(
  Camera,
  methods.Camera,
  'label',
)

/** Builder of {@link CameraRoll}. */
export interface CameraRollBuilder
  extends Element<spec.CameraRollAction>, Setters<CameraRollProps, CameraRollBuilder> {}

/**
 * Opens the camera roll. In quick replies only.
 *
 * @example
 * quickReply(cameraRoll('Choose a picture'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#camera-roll-action
 */
export const cameraRoll: (label: CameraRollProps['label']) => CameraRollBuilder = factory(
  CameraRoll,
  methods.CameraRoll,
  'label',
)

/** Builder of {@link LocationAction}. */
export interface LocationActionBuilder
  extends Element<spec.LocationAction>, Setters<LocationActionProps, LocationActionBuilder> {}

/**
 * Lets the user send a place. In quick replies only.
 *
 * @example
 * quickReply(locationAction('Send where I am'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#location-action
 */
export const locationAction: (label: LocationActionProps['label']) => LocationActionBuilder =
  factory(LocationAction, methods.LocationAction, 'label')

/** Builder of {@link RichMenuSwitch}. */
export interface RichMenuSwitchBuilder
  extends Element<spec.RichMenuSwitchAction>, Setters<RichMenuSwitchProps, RichMenuSwitchBuilder> {}

/**
 * Changes the user's rich menu to the one of an alias. In rich menus only.
 *
 * @example
 * richMenuSwitch('Drinks', 'drinks', 'tab=drinks')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#richmenu-switch-action
 */
export const richMenuSwitch: (
  label: RichMenuSwitchProps['label'],
  richMenuAliasId: RichMenuSwitchProps['richMenuAliasId'],
  data: RichMenuSwitchProps['data'],
) => RichMenuSwitchBuilder = factory(
  RichMenuSwitch,
  methods.RichMenuSwitch,
  'label',
  'richMenuAliasId',
  'data',
)
