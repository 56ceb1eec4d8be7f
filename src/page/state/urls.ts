/** URLs of the emulator. Those of media are absolute, like those of pictures in messages. */
import { pathBelow } from '../../common/origin.js'
import type { View } from '../../emulator/ui/view.js'
import type { Links } from '../phone/model.js'

export const UI = '/_fukidashi/ui'

export const menuUrl = (richMenuId: string): string => `${location.origin}${UI}/menus/${richMenuId}`

/** @param view - the current view */
export const linksOf = (view: () => View | undefined): Links => ({
  media: (messageId) => `${location.origin}${UI}/media/${messageId}`,
  preview: (messageId) => `${location.origin}${UI}/previews/${messageId}`,
  // The bot's own pictures and videos come from the bot, through this server.
  loadable: (url) => {
    const path = pathBelow(view()?.public?.origin, url)
    return path === undefined ? url : `${location.origin}${UI}/public${path}`
  },
  // The bot's own pages are at the origin of its webhook URL.
  openable: (url) => {
    const { public: own } = view() ?? {}
    const path = own?.links && pathBelow(own.origin, url)
    return path === undefined ? url : `${own!.links!}${path}${new URL(url).hash}`
  },
})
