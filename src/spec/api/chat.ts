/**
 * Shows a loading animation in a chat with one user, until a message arrives.
 * @see https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator
 */
export interface ShowLoadingAnimationRequest {
  /** Id of a user. */
  chatId: string
  /**
   * Duration in seconds.
   * @minimum 5
   * @maximum 60
   * @multipleOf 5
   * @default 20
   */
  loadingSeconds?: number
}

/** Empty. */
export type ShowLoadingAnimationResponse = Record<string, never>

/**
 * Marks a message and all earlier ones as read.
 * @see https://developers.line.biz/en/reference/messaging-api/#mark-as-read
 */
export interface MarkMessagesAsReadByTokenRequest {
  /** Token of the message of an event. */
  markAsReadToken: string
}

/**
 * Marks all messages of a chat as read.
 * @see https://developers.line.biz/en/reference/partner-docs/#mark-messages-from-users-as-read
 */
export interface MarkMessagesAsReadRequest {
  chat: ChatReference
}

export interface ChatReference {
  userId: string
}
