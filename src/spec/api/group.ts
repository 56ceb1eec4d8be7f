/**
 * A member of a group.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-group-member-profile
 */
export interface GroupUserProfileResponse {
  displayName: string
  userId: string
  pictureUrl?: string
}

/**
 * A member of a room.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-room-member-profile
 */
export interface RoomUserProfileResponse {
  displayName: string
  userId: string
  pictureUrl?: string
}

/** A page of members. */
export interface GetMembersIdsQuery {
  /** `next` of the page before. */
  start?: string
}

/**
 * Ids of members of a group or room.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-group-member-user-ids
 */
export interface MembersIdsResponse {
  memberIds: string[]
  /** `start` of the next page; absent on the last. */
  next?: string
}

/**
 * A group.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-group-summary
 */
export interface GroupSummaryResponse {
  groupId: string
  groupName: string
  pictureUrl?: string
}

/**
 * The number of members of a group, without the bot.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-members-group-count
 */
export interface GroupMemberCountResponse {
  count: number
}

/**
 * The number of members of a room, without the bot.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-members-room-count
 */
export interface RoomMemberCountResponse {
  count: number
}
