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
  /** Who did it, where LINE tells: on a phone, and after having agreed to be known. */
  userId?: string
}

/**
 * A chat of several people that is no group.
 * @see https://developers.line.biz/en/reference/messaging-api/#source-room
 */
export interface RoomSource {
  type: 'room'
  roomId: string
  /** Who did it, where LINE tells: on a phone, and after having agreed to be known. */
  userId?: string
}

/**
 * Where an event happened.
 * @discriminator type
 */
export type Source = UserSource | GroupSource | RoomSource

/** A chat with more than one person. */
export type SharedSource = GroupSource | RoomSource
