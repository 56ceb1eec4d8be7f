/**
 * Profile of a user.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-profile
 */
export interface UserProfileResponse {
  displayName: string
  userId: string
  /** Absent if the user has no picture. */
  pictureUrl?: string
  statusMessage?: string
  /** BCP 47 tag, such as `ja`. Absent until the user has agreed to LINE's privacy policy. */
  language?: string
}

/** A page of followers. */
export interface GetFollowersQuery {
  /** `next` of the page before. */
  start?: string
  /**
   * Ids per page.
   * @minimum 1
   * @maximum 1000
   * @default 300
   */
  limit?: number
}

/**
 * Ids of friends.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-follower-ids
 */
export interface GetFollowersResponse {
  userIds: string[]
  /** `start` of the next page; absent on the last. */
  next?: string
}

/**
 * A token that links a user with an account of your service. It works once, within ten minutes.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-link-token
 */
export interface IssueLinkTokenResponse {
  linkToken: string
}
