/** Beside `@line/bot-sdk`: its messages come in by one door, and ours go out as they are. Type-checked, never run. */
import type { messagingApi } from '@line/bot-sdk'
import { compile, Flex, type Message, raw, render, type spec, Text } from 'fukidashi'
import { flex, text } from 'fukidashi/builders'

declare const sdk: {
  text: messagingApi.TextMessage
  textV2: messagingApi.TextMessageV2
  sticker: messagingApi.StickerMessage
  image: messagingApi.ImageMessage
  video: messagingApi.VideoMessage
  audio: messagingApi.AudioMessage
  location: messagingApi.LocationMessage
  imagemap: messagingApi.ImagemapMessage
  template: messagingApi.TemplateMessage
  flex: messagingApi.FlexMessage
  coupon: messagingApi.CouponMessage
  any: messagingApi.Message
  bubble: messagingApi.FlexBubble
  box: messagingApi.FlexBox
  action: messagingApi.Action
}

// Every message of the SDK passes `raw`, and the result of `raw` is permitted wherever such an element is.
export const messages = render([
  raw(sdk.text),
  raw(sdk.textV2),
  raw(sdk.sticker),
  raw(sdk.image),
  raw(sdk.video),
  raw(sdk.audio),
  raw(sdk.location),
  raw(sdk.imagemap),
  raw(sdk.template),
  raw(sdk.flex),
  raw(sdk.coupon),
  raw(sdk.any),
])
export const inside = [
  <Flex.Message altText="a">{raw(sdk.bubble)}</Flex.Message>,
  flex.body(raw(sdk.box), flex.button(raw(sdk.action))),
]

// @ts-expect-error without `raw`, types that say less than ours are refused
render(sdk.any)
raw({ text: 'without a type' })
// @ts-expect-error a text is not an object
raw('hi')

// Ours are the SDK's, one by one and all together.
declare const ours: Message
export const theirs: messagingApi.Message = ours
export const list: messagingApi.Message[] = render(<Text>hi</Text>)
export const request: messagingApi.PushMessageRequest = { to: 'U', messages: compile(text('hi')) }
export const bubble = (json: spec.FlexBubble): messagingApi.FlexBubble => json
export const menu = (json: spec.RichMenuRequest): messagingApi.RichMenuRequest => json
export const action = (json: spec.Action): messagingApi.Action => json
