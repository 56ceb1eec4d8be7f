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
  /** `chat` if people can write in the name of the account. */
  chatMode: 'chat' | 'bot'
  markAsReadMode: 'auto' | 'manual'
}

/**
 * The address to which LINE sends events.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-webhook-endpoint-information
 */
export interface GetWebhookEndpointResponse {
  endpoint: string
  /** Whether the switch "Use webhook" is on. */
  active: boolean
}

/**
 * Sets the address to which LINE sends events.
 * @see https://developers.line.biz/en/reference/messaging-api/#set-webhook-endpoint-url
 */
export interface SetWebhookEndpointRequest {
  /**
   * An https address.
   * @maxUtf16 500
   */
  endpoint: string
}

/**
 * Sends a test event to an address.
 * @see https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint
 */
export interface TestWebhookEndpointRequest {
  /** The address. The one that is set by default. */
  endpoint?: string
}

export interface TestWebhookEndpointResponse {
  success?: boolean
  /** ISO 8601. */
  timestamp: string
  /** HTTP status of the answer; 0 or less without one. */
  statusCode: number
  /** `OK`, or the kind of error. */
  reason: string
  detail: string
}
