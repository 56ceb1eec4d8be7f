import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

/** The account itself and its webhook: `line.bot`. */
export class Bot extends Resource {
  /**
   * Gets the account's name, ids and modes.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-bot-info
   */
  info(options?: CallOptions): Promise<api.BotInfoResponse> {
    return this.engine.call('getBotInfo', {}, options)
  }

  /**
   * Gets the webhook URL, and whether the webhook is on.
   *
   * @throws {LineApiError} `resource_not_found` when none is set
   * @see https://developers.line.biz/en/reference/messaging-api/#get-webhook-endpoint-information
   */
  webhook(options?: CallOptions): Promise<api.GetWebhookEndpointResponse> {
    return this.engine.call('getWebhookEndpoint', {}, options)
  }

  /**
   * Sets the webhook URL. It takes effect within a minute.
   *
   * @param endpoint - https, at most {@limit SetWebhookEndpointRequest_endpoint_maxUtf16} characters
   * @see https://developers.line.biz/en/reference/messaging-api/#set-webhook-endpoint-url
   */
  setWebhook(endpoint: string, options?: CallOptions): Promise<void> {
    return this.engine.call('setWebhookEndpoint', { body: { endpoint } }, options)
  }

  /**
   * Asks LINE to send an empty webhook. At most 60 times an hour.
   *
   * @param endpoint - URL to test; the webhook URL by default
   * @example
   * const { success, reason } = await line.bot.testWebhook()
   * @see https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint
   */
  testWebhook(endpoint?: string, options?: CallOptions): Promise<api.TestWebhookEndpointResponse> {
    const body = endpoint === undefined ? {} : { endpoint }
    return this.engine.call('testWebhookEndpoint', { body }, options)
  }
}
