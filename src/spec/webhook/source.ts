/**
 * A chat with one user.
 * @see https://developers.line.biz/en/reference/messaging-api/#source-user
 */
export interface UserSource {
  type: 'user'
  userId: string
}

/**
 * A group chat.
 * @see https://developers.line.biz/en/reference/messaging-api/#source-group
 */
export interface GroupSource {
  type: 'group'
  groupId: string
  /** Id of the user. Absent for users of LINE on a computer, and before they agree to share it. */
  userId?: string
}

/**
 * A chat of several people that is not a group.
 * @see https://developers.line.biz/en/reference/messaging-api/#source-room
 */
export interface RoomSource {
  type: 'room'
  roomId: string
  /** Id of the user. Absent for users of LINE on a computer, and before they agree to share it. */
  userId?: string
}

/**
 * Chat in which an event happened.
 * @discriminator type
 */
export type Source = UserSource | GroupSource | RoomSource

/** A chat with more than one person. */
export type SharedSource = GroupSource | RoomSource
