import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { listFrom, type ListQuery, type Paged } from '../pages.js'
import { Resource } from './resource.js'

/** Groups that the bot is in: `line.groups`. */
export class Groups extends Resource {
  /**
   * Gets a group's name and image.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-group-summary
   */
  summary(groupId: string, options?: CallOptions): Promise<api.GroupSummaryResponse> {
    return this.engine.call('getGroupSummary', { path: { groupId } }, options)
  }

  /**
   * Counts the members of a group, without the bot.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-members-group-count
   */
  async memberCount(groupId: string, options?: CallOptions): Promise<number> {
    return (await this.engine.call('getGroupMemberCount', { path: { groupId } }, options)).count
  }

  /**
   * Lists the ids of the members. For verified and premium accounts.
   *
   * @param query - `start`: `next` of an earlier page
   * @example
   * for await (const userId of line.groups.memberIds(groupId)) console.log(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-group-member-user-ids
   */
  memberIds(
    groupId: string,
    query: ListQuery<api.GetMembersIdsQuery> = {},
    options?: CallOptions,
  ): Paged<string> {
    return listFrom(query, async (query: api.GetMembersIdsQuery) => {
      const input = { path: { groupId }, query }
      const { memberIds, ...page } = await this.engine.call('getGroupMembersIds', input, options)
      return { items: memberIds, ...page }
    })
  }

  /**
   * Gets a member's name and image, also if they are not a friend.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-group-member-profile
   */
  memberProfile(
    groupId: string,
    userId: string,
    options?: CallOptions,
  ): Promise<api.GroupUserProfileResponse> {
    return this.engine.call('getGroupMemberProfile', { path: { groupId, userId } }, options)
  }

  /**
   * Leaves a group.
   * @see https://developers.line.biz/en/reference/messaging-api/#leave-group
   */
  leave(groupId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('leaveGroup', { path: { groupId } }, options)
  }
}
