import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Paged } from '../pages.js'
import { Resource } from './resource.js'

/** Users: `line.users`. */
export class Users extends Resource {
  /**
   * A user's name and picture. For friends, and for those who wrote and have not blocked the account.
   *
   * @throws {LineApiError} `resource_not_found` for everybody else
   * @example
   * const { displayName } = await line.users.profile(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-profile
   */
  profile(userId: string, options?: CallOptions): Promise<api.UserProfileResponse> {
    return this.engine.call('getProfile', { path: { userId } }, options)
  }

  /**
   * Ids of all friends. For verified and premium accounts.
   *
   * @param query - `limit`: ids a page, {@limit GetFollowersQuery_limit_minimum} to {@limit GetFollowersQuery_limit_maximum}
   * @example
   * for await (const userId of line.users.followers()) await greet(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-follower-ids
   */
  followers(
    query: Omit<api.GetFollowersQuery, 'start'> = {},
    options?: CallOptions,
  ): Paged<string> {
    return new Paged(async (start) => {
      const page = await this.engine.call(
        'getFollowers',
        { query: { ...query, start: start as string } },
        options,
      )
      return { items: page.userIds, next: page.next }
    })
  }

  /**
   * A token to link the user with an account of yours. Lives ten minutes, works once.
   * @see https://developers.line.biz/en/reference/messaging-api/#issue-link-token
   */
  async linkToken(userId: string, options?: CallOptions): Promise<string> {
    return (await this.engine.call('issueLinkToken', { path: { userId } }, options)).linkToken
  }
}
