/**
 * Detaches the module channel from an account.
 * @see https://developers.line.biz/en/reference/partner-docs/#unlink-detach-module-channel-by-operation-mc-admin
 */
export interface DetachModuleRequest {
  /** User id of the account's bot. */
  botId?: string
}

/**
 * Takes control of a chat.
 * @see https://developers.line.biz/en/reference/partner-docs/#acquire-control-api
 */
export interface AcquireChatControlRequest {
  /** Ends the control after `ttl`. `true` by default. */
  expired?: boolean
  /**
   * Seconds until the control ends.
   * @minimum 1
   * @maximum 31536000
   * @default 3600
   */
  ttl?: number
}

/** A page of accounts. */
export interface GetModulesQuery {
  /** `next` of the page before. */
  start?: string
  /**
   * Accounts per page.
   * @minimum 1
   * @maximum 100
   * @default 100
   */
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
 * Attaches a module channel to an account. `client_id` and `client_secret` identify the channel.
 * @see https://developers.line.biz/en/reference/partner-docs/#link-attach-by-operation-module-channel-provider
 */
export interface AttachModuleRequest {
  grant_type: 'authorization_code'
  /** Authorization code that LINE returns after the consent page. */
  code: string
  /** Same value as for the consent page. */
  redirect_uri: string
  /** Code verifier of PKCE. */
  code_verifier?: string
  /** Channel id of the module channel. */
  client_id?: string
  /** Channel secret of the module channel. */
  client_secret?: string
  /** Same value as for the consent page, like the next three. */
  region?: string
  basic_search_id?: string
  scope?: string
  brand_type?: string
}

export interface AttachModuleResponse {
  /** User id of the account's bot. */
  bot_id: string
  /** Scopes that the administrator of the account allowed. */
  scopes: string[]
}
