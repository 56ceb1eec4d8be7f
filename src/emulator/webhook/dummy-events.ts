/** The events that LINE's console sent in earlier years to verify a webhook. Bots recognize them by their reply tokens. */
import type { WebhookEvent } from '../../spec/webhook/index.js'
import type { World } from '../state/world.js'
import { commonOf } from './events.js'

const userId = 'Udeadbeefdeadbeefdeadbeefdeadbeef'

export const dummyEvents = (world: World): WebhookEvent[] =>
  [
    { type: 'text', text: 'Hello, world', id: '100001', quoteToken: world.chance.token(86) },
    {
      type: 'sticker',
      packageId: '1',
      stickerId: '1',
      stickerResourceType: 'STATIC',
      id: '100002',
      quoteToken: world.chance.token(86),
    },
  ].map(
    (message, i) =>
      ({
        type: 'message',
        ...commonOf(world),
        source: { type: 'user', userId },
        replyToken: (i === 0 ? '0' : 'f').repeat(32),
        message,
      }) as WebhookEvent,
  )
