/** URLs of media. Absolute, like those of pictures in messages. */
import { pathBelow } from '../common/origin.js'
import type { Store } from './store.js'

export const UI = '/_fukidashi/ui'

export const mediaUrl = (messageId: string): string => `${location.origin}${UI}/media/${messageId}`

/** Preview picture of a video that a person has sent. */
export const previewUrl = (messageId: string): string =>
  `${location.origin}${UI}/previews/${messageId}`

/** A URL as the browser can load it: the bot's own pictures and videos come from the bot, through this server. */
export function loadable(url: string, { view }: Store): string {
  const path = pathBelow(view?.public?.origin, url)
  return path === undefined ? url : `${location.origin}${UI}/public${path}`
}

/** A link as the browser can open it: the bot's own pages are at the origin of its webhook URL. */
export function openable(url: string, { view }: Store): string {
  const path = view?.public?.links && pathBelow(view.public.origin, url)
  return path === undefined ? url : `${view!.public!.links!}${path}${new URL(url).hash}`
}

export const stickerUrl = (stickerId: string): string =>
  `https://stickershop.line-scdn.net/stickershop/v1/sticker/${stickerId}/android/sticker.png`

export const menuUrl = (richMenuId: string): string => `${location.origin}${UI}/menus/${richMenuId}`
