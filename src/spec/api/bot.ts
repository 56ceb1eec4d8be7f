/**
 * The account itself.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-bot-info
 */
export interface BotInfoResponse {
  /** Also `destination` of webhooks. */
  userId: string
  /** Starts with `@`. */
  basicId: string
  premiumId?: string
  displayName: string
  pictureUrl?: string
  /** `chat` if people can write messages as the account. */
  chatMode: 'chat' | 'bot'
  markAsReadMode: 'auto' | 'manual'
}

/**
 * The URL to which LINE sends events.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-webhook-endpoint-information
 */
export interface GetWebhookEndpointResponse {
  endpoint: string
  /** `true` if "Use webhook" is on. */
  active: boolean
}

/**
 * Sets the URL to which LINE sends events.
 * @see https://developers.line.biz/en/reference/messaging-api/#set-webhook-endpoint-url
 */
export interface SetWebhookEndpointRequest {
  /**
   * An https URL.
   * @maxUtf16 500
   */
  endpoint: string
}

/**
 * Sends a test event to a URL.
 * @see https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint
 */
export interface TestWebhookEndpointRequest {
  /** The URL. By default the one that is set for the account. */
  endpoint?: string
}

export interface TestWebhookEndpointResponse {
  success?: boolean
  /** ISO 8601. */
  timestamp: string
  /** HTTP status of the response; 0 or less if there was no response. */
  statusCode: number
  /** `OK`, or the kind of error. */
  reason: string
  detail: string
}
