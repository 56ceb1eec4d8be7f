/** The components, in the order in which one meets them. */

// Messages
export { Text, type TextProps } from './messages/Text.js'
export {
  Mention,
  type MentionAllProps,
  type MentionProps,
  type MentionUserProps,
} from './messages/Mention.js'
export { Emoji, type EmojiProps } from './messages/Emoji.js'
export { Sticker, type StickerProps } from './messages/Sticker.js'
export { Image, type ImageProps } from './messages/Image.js'
export { Video, type VideoProps } from './messages/Video.js'
export { Audio, type AudioProps } from './messages/Audio.js'
export { Location, type LocationProps } from './messages/Location.js'
export { Coupon, type CouponProps } from './messages/Coupon.js'
export { Imagemap, type ImagemapProps } from './imagemap/Imagemap.js'
export { ImagemapArea, type ImagemapAreaProps } from './imagemap/ImagemapArea.js'
export { ImagemapVideo, type ImagemapVideoProps } from './imagemap/ImagemapVideo.js'
export { raw } from './messages/raw.js'

// Templates
export { Buttons, type ButtonsProps } from './templates/Buttons.js'
export { Confirm, type ConfirmProps } from './templates/Confirm.js'
export { Carousel, type CarouselProps } from './templates/Carousel.js'
export { Column, type ColumnProps } from './templates/Column.js'
export { ImageCarousel, type ImageCarouselProps } from './templates/ImageCarousel.js'
export { ImageColumn, type ImageColumnProps } from './templates/ImageColumn.js'

// Flex
export * as Flex from './flex/index.js'

// Actions
export { Postback, type PostbackProps } from './actions/Postback.js'
export { MessageAction, type MessageActionProps } from './actions/MessageAction.js'
export { Uri, type UriProps } from './actions/Uri.js'
export { DatetimePicker, type DatetimePickerProps } from './actions/DatetimePicker.js'
export { Clipboard, type ClipboardProps } from './actions/Clipboard.js'
export { Camera, type CameraProps } from './actions/Camera.js'
export { CameraRoll, type CameraRollProps } from './actions/CameraRoll.js'
export { LocationAction, type LocationActionProps } from './actions/LocationAction.js'
export { RichMenuSwitch, type RichMenuSwitchProps } from './actions/RichMenuSwitch.js'

// Around a message
export { QuickReply, type QuickReplyProps } from './messages/QuickReply.js'
export { QuickReplyItem, type QuickReplyItemProps } from './messages/QuickReplyItem.js'
export { Sender, type SenderProps } from './messages/Sender.js'

// Rich menus
export { RichMenu, type RichMenuProps } from './rich-menu/RichMenu.js'
export { Area, type AreaProps } from './rich-menu/Area.js'

// Props and children of messages, and types of children for your own components
export type { AroundMessage, MessageProps } from './message.js'
export type { TemplateMessageProps } from './templates/template-message.js'
export type { Elements, TextChildren } from '../jsx-runtime/types.js'
export type {
  ActionChildren,
  AreaChildren,
  AroundChildren,
  BaselineChildren,
  Block,
  BlockChildren,
  BoxChildren,
  BubbleChildren,
  ColumnChildren,
  ContainerChildren,
  FlexChildren,
  FlexTextChildren,
  FlexVideoChildren,
  HeroChildren,
  ImageColumnChildren,
  ImagemapActionChildren,
  ImagemapAreaChildren,
  MessageChildren,
  MessageTextChildren,
  QuickReplyActionChildren,
  QuickReplyChildren,
  RichMenuActionChildren,
  TemplateChildren,
  TextAndActionChildren,
  UriChildren,
} from './children.js'
