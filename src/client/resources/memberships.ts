import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Paged } from '../pages.js'
import { Resource } from './resource.js'

/** Paid memberships: `line.memberships`. */
export class Memberships extends Resource {
  /**
   * The account's plans.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-membership-plans
   */
  async list(options?: CallOptions): Promise<api.Membership[]> {
    return (await this.engine.call('getMembershipList', {}, options)).memberships
  }

  /**
   * Plans that a user has.
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
   * Ids of users who have a plan.
   *
   * @param query - `limit`: ids a page, {@limit GetJoinedMembershipUsersQuery_limit_minimum} to {@limit GetJoinedMembershipUsersQuery_limit_maximum}
   * @example
   * for await (const userId of line.memberships.users(3189)) await thank(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-membership-user-ids
   */
  users(
    membershipId: number,
    query: Omit<api.GetJoinedMembershipUsersQuery, 'start'> = {},
    options?: CallOptions,
  ): Paged<string> {
    return new Paged(async (start) => {
      const page = await this.engine.call(
        'getJoinedMembershipUsers',
        { path: { membershipId }, query: { ...query, start: start as string } },
        options,
      )
      return { items: page.userIds, next: page.next }
    })
  }
}
