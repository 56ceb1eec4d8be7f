import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { listFrom, type ListQuery, type Paged } from '../pages.js'
import { Resource } from './resource.js'

/** Paid memberships: `line.memberships`. */
export class Memberships extends Resource {
  /**
   * Gets the account's membership plans.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-membership-plans
   */
  async list(options?: CallOptions): Promise<api.Membership[]> {
    return (await this.engine.call('getMembershipList', {}, options)).memberships
  }

  /**
   * Gets the membership plans of a user.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-a-users-membership-subscription-status
   */
  async subscriptions(userId: string, options?: CallOptions): Promise<api.Subscription[]> {
    const answer = await this.engine.call(
      'getMembershipSubscription',
      { path: { userId } },
      options,
    )
    return answer.subscriptions
  }

  /**
   * Lists the ids of users who have a plan.
   *
   * @param query - `limit`: ids a page, {@limit GetJoinedMembershipUsersQuery_limit_minimum} to {@limit GetJoinedMembershipUsersQuery_limit_maximum}; `start`: `next` of an earlier page
   * @example
   * for await (const userId of line.memberships.users(3189)) await thank(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-membership-user-ids
   */
  users(
    membershipId: number,
    query: ListQuery<api.GetJoinedMembershipUsersQuery> = {},
    options?: CallOptions,
  ): Paged<string> {
    return listFrom(query, async (query: api.GetJoinedMembershipUsersQuery) => {
      const input = { path: { membershipId }, query }
      const { userIds, ...page } = await this.engine.call(
        'getJoinedMembershipUsers',
        input,
        options,
      )
      return { items: userIds, ...page }
    })
  }
}
