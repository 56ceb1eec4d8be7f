/**
 * Issues a token for 15 minutes, with a JWT.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 */
export interface IssueStatelessChannelTokenByJWTAssertionRequest {
  grant_type: 'client_credentials'
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  /** JWT, signed with RS256. */
  client_assertion: string
}

/**
 * Issues a token for 15 minutes, with the channel secret.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 */
export interface IssueStatelessChannelTokenByClientSecretRequest {
  grant_type: 'client_credentials'
  /** Channel id. */
  client_id: string
  /** Channel secret. */
  client_secret: string
}

/** A JWT or the channel secret. */
export type IssueStatelessChannelTokenRequest =
  IssueStatelessChannelTokenByJWTAssertionRequest | IssueStatelessChannelTokenByClientSecretRequest

export interface IssueStatelessChannelAccessTokenResponse {
  access_token: string
  /** Seconds. */
  expires_in: number
  /** `Bearer`. */
  token_type: string
}

/**
 * Issues a token whose lifetime the JWT sets: up to {@limit tokens.days} days, at most {@limit tokens.count} tokens at a time.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1
 */
export interface IssueChannelTokenByJWTRequest {
  grant_type: 'client_credentials'
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  /** JWT, signed with RS256. */
  client_assertion: string
}

export interface IssueChannelAccessTokenResponse {
  access_token: string
  /** Seconds. */
  expires_in: number
  /** `Bearer`. */
  token_type: string
  /** Id of the token in the channel. */
  key_id: string
}

/**
 * Issues a token for {@limit tokens.days} days. A channel has at most {@limit tokens.count} tokens: a new token revokes the oldest.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-shortlived-channel-access-token
 */
export interface IssueChannelTokenRequest {
  grant_type: 'client_credentials'
  /** Channel id. */
  client_id: string
  /** Channel secret. */
  client_secret: string
}

export interface IssueShortLivedChannelAccessTokenResponse {
  access_token: string
  /** Seconds. */
  expires_in: number
  /** `Bearer`. */
  token_type: string
}

/** Gets the ids of tokens, with a JWT. */
export interface ChannelAccessTokenKeyIdsQuery {
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  /** JWT, signed with RS256. */
  client_assertion: string
}

/**
 * Ids of the valid tokens of the channel.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-all-valid-channel-access-token-key-ids-v2-1
 */
export interface ChannelAccessTokenKeyIdsResponse {
  kids: string[]
}

/** Verifies a token. */
export interface VerifyChannelTokenQuery {
  access_token: string
}

/** Verifies a token. */
export interface VerifyChannelTokenRequest {
  access_token: string
}

/**
 * Channel, lifetime and scope of a token.
 * @see https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token-v2-1
 */
export interface VerifyChannelAccessTokenResponse {
  /** Channel id. */
  client_id: string
  /** Seconds. */
  expires_in: number
  scope?: string
}

/**
 * Revokes a token.
 * @see https://developers.line.biz/en/reference/messaging-api/#revoke-channel-access-token-v2-1
 */
export interface RevokeChannelTokenByJWTRequest {
  /** Channel id. */
  client_id: string
  /** Channel secret. */
  client_secret: string
  access_token: string
}

/**
 * Revokes a token.
 * @see https://developers.line.biz/en/reference/messaging-api/#revoke-longlived-or-shortlived-channel-access-token
 */
export interface RevokeChannelTokenRequest {
  access_token: string
}
