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
  /** `chat` when people at the account's side may write too. */
  chatMode: 'chat' | 'bot'
  markAsReadMode: 'auto' | 'manual'
}

/**
 * Where LINE sends events.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-webhook-endpoint-information
 */
export interface GetWebhookEndpointResponse {
  endpoint: string
  /** Whether the switch "Use webhook" is on. */
  active: boolean
}

/**
 * Where LINE is to send events.
 * @see https://developers.line.biz/en/reference/messaging-api/#set-webhook-endpoint-url
 */
export interface SetWebhookEndpointRequest {
  /** https, at most 500 characters. */
  endpoint: string
}

/**
 * An address to try out.
 * @see https://developers.line.biz/en/reference/messaging-api/#test-webhook-endpoint
 */
export interface TestWebhookEndpointRequest {
  /** The one that is set, by default. */
  endpoint?: string
}

export interface TestWebhookEndpointResponse {
  success?: boolean
  /** ISO 8601. */
  timestamp: string
  /** What the address answered; 0 or less when it did not. */
  statusCode: number
  /** `OK`, or a word for what went wrong. */
  reason: string
  detail: string
}
