/**
 * A token that lives 15 minutes, asked for with a JWT.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 */
export interface IssueStatelessChannelTokenByJWTAssertionRequest {
  grant_type: 'client_credentials'
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  /** JWT, signed with RS256. */
  client_assertion: string
}

/**
 * A token that lives 15 minutes, asked for with the channel's secret.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 */
export interface IssueStatelessChannelTokenByClientSecretRequest {
  grant_type: 'client_credentials'
  /** Channel id. */
  client_id: string
  /** Channel secret. */
  client_secret: string
}

/** Either way to prove who asks. */
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
 * A token whose life the caller chose, up to 30 days; at most 30 at a time.
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
  /** Tells this token from the channel's others. */
  key_id: string
}

/**
 * A token that lives 30 days; with the 31st the oldest ends.
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

/** Who asks for the ids of tokens. */
export interface ChannelAccessTokenKeyIdsQuery {
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  /** JWT, signed with RS256. */
  client_assertion: string
}

/**
 * Ids of the channel's tokens that are still good.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-all-valid-channel-access-token-key-ids-v2-1
 */
export interface ChannelAccessTokenKeyIdsResponse {
  kids: string[]
}

/** A token to look at. */
export interface VerifyChannelTokenQuery {
  access_token: string
}

/** A token to look at. */
export interface VerifyChannelTokenRequest {
  access_token: string
}

/**
 * What a token is good for.
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
 * A token to end.
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
 * A token to end.
 * @see https://developers.line.biz/en/reference/messaging-api/#revoke-longlived-or-shortlived-channel-access-token
 */
export interface RevokeChannelTokenRequest {
  access_token: string
}
