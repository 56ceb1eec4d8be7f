/** The account and its webhook settings. */
import { SetWebhookEndpointRequest_endpoint_maxUtf16 } from '../../spec/generated/numbers.js'
import { refusal } from '../api/answer.js'
import type { Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'

export const bot = {
  getBotInfo: ({ world }) => {
    const { userId, basicId, premiumId, displayName, pictureUrl, chatMode, markAsReadMode } =
      world.state.account
    return {
      json: { userId, basicId, premiumId, displayName, pictureUrl, chatMode, markAsReadMode },
    }
  },
  getWebhookEndpoint: ({ world }) => {
    const { endpoint, active } = world.state.webhook
    if (endpoint === undefined) throw refusal(404, sentences.noEndpoint)
    return { json: { endpoint, active } }
  },
  setWebhookEndpoint: (call) => {
    const { endpoint } = call.json()
    if (!isEndpoint(endpoint)) throw refusal(400, sentences.invalidEndpoint)
    call.world.state.webhook.endpoint = endpoint
    call.world.state.webhook.active = true
    return { json: {} }
  },
  testWebhookEndpoint: async (call) => {
    const { endpoint = call.world.state.webhook.endpoint } = call.json()
    if (endpoint !== undefined && !isEndpoint(endpoint))
      throw refusal(400, sentences.invalidEndpoint)
    if (endpoint === undefined && !call.world.webhooks.hasBot)
      throw refusal(404, sentences.noEndpoint)
    return { json: await call.world.webhooks.test(endpoint) }
  },
} satisfies Record<string, Operation>

/** LINE requires https. The emulator also accepts http for bots on this machine. */
export function isEndpoint(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > SetWebhookEndpointRequest_endpoint_maxUtf16)
    return false
  let url: URL
  try {
    url = new URL(value)
  } catch {
    return false
  }
  if (url.protocol === 'https:') return true
  return url.protocol === 'http:' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
}
