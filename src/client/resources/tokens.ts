import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

/**
 * Channel access tokens by hand: `line.tokens`. A client gets its own with `statelessToken`, `shortLivedToken` or
 * `channelTokenV21`.
 */
export class Tokens extends Resource {
  /**
   * A token that lives 15 minutes.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
   */
  issueStateless(
    request: api.IssueStatelessChannelTokenRequest,
    options?: CallOptions,
  ): Promise<api.IssueStatelessChannelAccessTokenResponse> {
    return this.engine.call('issueStatelessChannelToken', { body: request }, options)
  }

  /**
   * Issues a token for {@limit tokens.days} days.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-shortlived-channel-access-token
   */
  issueShortLived(
    request: api.IssueChannelTokenRequest,
    options?: CallOptions,
  ): Promise<api.IssueShortLivedChannelAccessTokenResponse> {
    return this.engine.call('issueChannelToken', { body: request }, options)
  }

  /**
   * A token of version 2.1.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1
   */
  issueV21(
    request: api.IssueChannelTokenByJWTRequest,
    options?: CallOptions,
  ): Promise<api.IssueChannelAccessTokenResponse> {
    return this.engine.call('issueChannelTokenByJWT', { body: request }, options)
  }

  /**
   * Ids of the tokens of version 2.1 that are still good.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-all-valid-channel-access-token-key-ids-v2-1
   */
  async keyIds(query: api.ChannelAccessTokenKeyIdsQuery, options?: CallOptions): Promise<string[]> {
    return (await this.engine.call('getsAllValidChannelAccessTokenKeyIds', { query }, options)).kids
  }

  /**
   * What a long-lived or short-lived token is good for.
   * @see https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token
   */
  verify(token: string, options?: CallOptions): Promise<api.VerifyChannelAccessTokenResponse> {
    return this.engine.call('verifyChannelToken', { body: { access_token: token } }, options)
  }

  /**
   * What a token of version 2.1 is good for.
   * @see https://developers.line.biz/en/reference/messaging-api/#verify-channel-access-token-v2-1
   */
  verifyV21(token: string, options?: CallOptions): Promise<api.VerifyChannelAccessTokenResponse> {
    return this.engine.call('verifyChannelTokenByJWT', { query: { access_token: token } }, options)
  }

  /**
   * Ends a long-lived or short-lived token.
   * @see https://developers.line.biz/en/reference/messaging-api/#revoke-longlived-or-shortlived-channel-access-token
   */
  revoke(token: string, options?: CallOptions): Promise<void> {
    return this.engine.call('revokeChannelToken', { body: { access_token: token } }, options)
  }

  /**
   * Ends a token of version 2.1.
   * @see https://developers.line.biz/en/reference/messaging-api/#revoke-channel-access-token-v2-1
   */
  revokeV21(request: api.RevokeChannelTokenByJWTRequest, options?: CallOptions): Promise<void> {
    return this.engine.call('revokeChannelTokenByJWT', { body: request }, options)
  }
}
