/**
 * Dots that move in a chat with one user until a message comes.
 * @see https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator
 */
export interface ShowLoadingAnimationRequest {
  /** Id of a user. */
  chatId: string
  /** 5 to 60 in steps of 5, 20 by default. */
  loadingSeconds?: number
}

/** Empty. */
export type ShowLoadingAnimationResponse = Record<string, never>

/**
 * A message that counts as read, with all before it.
 * @see https://developers.line.biz/en/reference/messaging-api/#mark-as-read
 */
export interface MarkMessagesAsReadByTokenRequest {
  /** From the message of an event. */
  markAsReadToken: string
}

/**
 * A chat of which all counts as read.
 * @see https://developers.line.biz/en/reference/partner-docs/#mark-messages-from-users-as-read
 */
export interface MarkMessagesAsReadRequest {
  chat: ChatReference
}

export interface ChatReference {
  userId: string
}
