/**
 * An account to leave.
 * @see https://developers.line.biz/en/reference/partner-docs/#unlink-detach-module-channel-by-operation-mc-admin
 */
export interface DetachModuleRequest {
  /** User id of the account's bot. */
  botId?: string
}

/**
 * How a module takes the lead in a chat.
 * @see https://developers.line.biz/en/reference/partner-docs/#acquire-control-api
 */
export interface AcquireChatControlRequest {
  /** Whether the lead ends by itself. True by default. */
  expired?: boolean
  /** Seconds until it does: at most one year, 3,600 by default. */
  ttl?: number
}

/** A page of accounts. */
export interface GetModulesQuery {
  /** `next` of the page before. */
  start?: string
  /** 1 to 100, 100 by default. */
  limit?: number
}

/**
 * Accounts to which the module channel is attached.
 * @see https://developers.line.biz/en/reference/partner-docs/#get-multiple-bot-info-api
 */
export interface GetModulesResponse {
  bots: ModuleBot[]
  /** `start` of the next page; absent on the last. */
  next?: string
}

export interface ModuleBot {
  userId: string
  /** Starts with `@`. */
  basicId: string
  premiumId?: string
  displayName: string
  pictureUrl?: string
}

/**
 * A module channel that is to be attached to an account. Who asks is said by `client_id` and `client_secret`.
 * @see https://developers.line.biz/en/reference/partner-docs/#link-attach-by-operation-module-channel-provider
 */
export interface AttachModuleRequest {
  grant_type: 'authorization_code'
  /** From LINE, at the end of the consent page. */
  code: string
  /** The one that was given to the consent page. */
  redirect_uri: string
  /** For PKCE. */
  code_verifier?: string
  /** Channel id of the module channel. */
  client_id?: string
  /** Channel secret of the module channel. */
  client_secret?: string
  /** The one that was given to the consent page, as the next three. */
  region?: string
  basic_search_id?: string
  scope?: string
  brand_type?: string
}

export interface AttachModuleResponse {
  /** User id of the account's bot. */
  bot_id: string
  /** What the account's administrator allowed. */
  scopes: string[]
}
