import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { listFrom, type ListQuery, type Paged } from '../pages.js'
import { Resource } from './resource.js'

/** Rooms that the bot is in (chats of several people without a name): `line.rooms`. */
export class Rooms extends Resource {
  /**
   * Counts the members of a room, without the bot.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-members-room-count
   */
  async memberCount(roomId: string, options?: CallOptions): Promise<number> {
    return (await this.engine.call('getRoomMemberCount', { path: { roomId } }, options)).count
  }

  /**
   * Lists the ids of the members. For verified and premium accounts.
   *
   * @param query - `start`: `next` of an earlier page
   * @example
   * for await (const userId of line.rooms.memberIds(roomId)) console.log(userId)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-room-member-user-ids
   */
  memberIds(
    roomId: string,
    query: ListQuery<api.GetMembersIdsQuery> = {},
    options?: CallOptions,
  ): Paged<string> {
    return listFrom(query, async (query: api.GetMembersIdsQuery) => {
      const input = { path: { roomId }, query }
      const { memberIds, ...page } = await this.engine.call('getRoomMembersIds', input, options)
      return { items: memberIds, ...page }
    })
  }

  /**
   * Gets a member's name and image, also if they are not a friend.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-room-member-profile
   */
  memberProfile(
    roomId: string,
    userId: string,
    options?: CallOptions,
  ): Promise<api.RoomUserProfileResponse> {
    return this.engine.call('getRoomMemberProfile', { path: { roomId, userId } }, options)
  }

  /**
   * Leaves a room.
   * @see https://developers.line.biz/en/reference/messaging-api/#leave-room
   */
  leave(roomId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('leaveRoom', { path: { roomId } }, options)
  }
}
