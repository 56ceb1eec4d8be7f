import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { listFrom, type ListQuery, type Paged } from '../pages.js'
import { Resource } from './resource.js'

/** Users: `line.users`. */
export class Users extends Resource {
  /**
   * Gets a user's name and image. For friends, and for users who have sent a message and have not blocked the account.
   *
   * @throws {LineApiError} `resource_not_found` for all others
   * @example
   * const { displayName } = await line.users.profile(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-profile
   */
  profile(userId: string, options?: CallOptions): Promise<api.UserProfileResponse> {
    return this.engine.call('getProfile', { path: { userId } }, options)
  }

  /**
   * Lists the ids of all friends. For verified and premium accounts.
   *
   * @param query - `limit`: ids a page, {@limit GetFollowersQuery_limit_minimum} to {@limit GetFollowersQuery_limit_maximum}; `start`: `next` of an earlier page
   * @example
   * for await (const userId of line.users.followers()) await greet(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-follower-ids
   */
  followers(query: ListQuery<api.GetFollowersQuery> = {}, options?: CallOptions): Paged<string> {
    return listFrom(query, async (query: api.GetFollowersQuery) => {
      const { userIds, ...page } = await this.engine.call('getFollowers', { query }, options)
      return { items: userIds, ...page }
    })
  }

  /**
   * Issues a token to link the user with an account of yours. It is valid for ten minutes and works once.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-link-token
   */
  async linkToken(userId: string, options?: CallOptions): Promise<string> {
    return (await this.engine.call('issueLinkToken', { path: { userId } }, options)).linkToken
  }
}
