import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

/**
 * Issues, verifies and revokes channel access tokens: `line.tokens`. A client gets its own tokens with `statelessToken`,
 * `shortLivedToken` or `channelTokenV21`.
 */
export class Tokens extends Resource {
  /**
   * Issues a token that is valid for 15 minutes.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
   */
  issueStateless(
    request: api.IssueStatelessChannelTokenRequest,
    options?: CallOptions,
  ): Promise<api.IssueStatelessChannelAccessTokenResponse> {
    return this.engine.call('issueStatelessChannelToken', { body: request }, options)
  }

  /**
   * Issues a token that is valid for {@limit tokens.days} days.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-shortlived-channel-access-token
   */
  issueShortLived(
    request: api.IssueChannelTokenRequest,
    options?: CallOptions,
  ): Promise<api.IssueShortLivedChannelAccessTokenResponse> {
    return this.engine.call('issueChannelToken', { body: request }, options)
  }

  /**
   * Issues a token of version 2.1.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1
   */
  issueV21(
    request: api.IssueChannelTokenByJWTRequest,
    options?: CallOptions,
  ): Promise<api.IssueChannelAccessTokenResponse> {
    return this.engine.call('issueChannelTokenByJWT', { body: request }, options)
  }

  /**
   * Lists the key ids of valid tokens of version 2.1.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-all-valid-channel-access-token-key-ids-v2-1
   */
  async keyIds(query: api.ChannelAccessTokenKeyIdsQuery, options?: CallOptions): Promise<string[]> {
    return (await this.engine.call('getsAllValidChannelAccessTokenKeyIds', { query }, options)).kids
  }

  /**
   * Verifies a long-lived or short-lived token.
   * @see https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token
   */
  verify(token: string, options?: CallOptions): Promise<api.VerifyChannelAccessTokenResponse> {
    return this.engine.call('verifyChannelToken', { body: { access_token: token } }, options)
  }

  /**
   * Verifies a token of version 2.1.
   * @see https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token-v2-1
   */
  verifyV21(token: string, options?: CallOptions): Promise<api.VerifyChannelAccessTokenResponse> {
    return this.engine.call('verifyChannelTokenByJWT', { query: { access_token: token } }, options)
  }

  /**
   * Revokes a long-lived or short-lived token.
   * @see https://developers.line.biz/en/reference/messaging-api/#revoke-longlived-or-shortlived-channel-access-token
   */
  revoke(token: string, options?: CallOptions): Promise<void> {
    return this.engine.call('revokeChannelToken', { body: { access_token: token } }, options)
  }

  /**
   * Revokes a token of version 2.1.
   * @see https://developers.line.biz/en/reference/messaging-api/#revoke-channel-access-token-v2-1
   */
  revokeV21(request: api.RevokeChannelTokenByJWTRequest, options?: CallOptions): Promise<void> {
    return this.engine.call('revokeChannelTokenByJWT', { body: request }, options)
  }
}
