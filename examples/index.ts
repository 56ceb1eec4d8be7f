/** All examples, in the order of the output. */
import type { Renderable, ValidateOptions } from 'fukidashi'
import appointment from './appointment.js'
import cancel from './cancel.js'
import coupon from './coupon.js'
import floorMap from './floor-map.js'
import lostParcel from './lost-parcel.js'
import orderStatus, { translator } from './order-status.js'
import ramen from './ramen.js'
import receiptOfBuilders from './receipt.builders.js'
import receipt from './receipt.js'
import restaurant from './restaurant.js'
import richMenu from './rich-menu.js'
import shop from './shop.js'
import teas from './teas.js'
import ticket from './ticket.js'
import wayToUs from './way-to-us.js'
import welcome from './welcome.js'

interface Listed {
  /** File name without extension. */
  name: string
  title: string
  ending: 'tsx' | 'ts'
}

/** Messages for `render` or the client. */
export interface MessagesExample extends Listed {
  kind: 'messages'
  node: Renderable
  /** Endpoint and recipient that they are checked for. */
  to: Pick<ValidateOptions, 'endpoint' | 'to'>
  /** Context of the components. */
  context?: object
}

/** Rich menus by alias. */
export interface RichMenusExample extends Listed {
  kind: 'rich menus'
  menus: Readonly<Record<string, unknown>>
}

export type Example = MessagesExample | RichMenusExample

const push = { endpoint: 'push', to: 'user' } as const

const messages = (
  name: string,
  title: string,
  node: Renderable,
  rest: Partial<Pick<MessagesExample, 'to' | 'context' | 'ending'>> = {},
): Example => ({ kind: 'messages', name, title, node, ending: 'tsx', to: push, ...rest })

export const examples: readonly Example[] = [
  messages('welcome', 'Text with a mention and LINE emoji', welcome, {
    to: { endpoint: 'push', to: 'group' },
  }),
  messages('way-to-us', 'Location, image, video, audio', wayToUs),
  messages('appointment', 'Buttons: an appointment at a clinic', appointment),
  messages('cancel', 'Confirm: cancel it?', cancel),
  messages('teas', 'Carousel: a list of teas', teas),
  messages('ramen', 'Image carousel: a menu in pictures', ramen),
  messages('floor-map', 'Imagemap: a floor map with a video', floorMap),
  messages('receipt', 'Flex: a receipt', receipt),
  messages('receipt.builders', 'The same receipt, without JSX', receiptOfBuilders, {
    ending: 'ts',
  }),
  messages('restaurant', 'Flex: the card of a restaurant', restaurant),
  messages('shop', 'Flex carousel: things to buy', shop),
  messages('ticket', 'Flex: a concert ticket', ticket),
  messages('lost-parcel', 'Quick replies: camera, place, date, icon', lostParcel),
  messages('coupon', 'Coupon and sticker, with a sender', coupon),
  messages(
    'order-status',
    'An asynchronous component, in the language of the reader',
    orderStatus,
    {
      context: { t: translator('th') },
    },
  ),
  {
    kind: 'rich menus',
    name: 'rich-menu',
    title: 'Rich menu: two tabs',
    ending: 'tsx',
    menus: richMenu,
  },
]
