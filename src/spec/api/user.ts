/**
 * A user, as far as the account may know.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-profile
 */
export interface UserProfileResponse {
  displayName: string
  userId: string
  /** Absent when the user has no picture. */
  pictureUrl?: string
  statusMessage?: string
  /** BCP 47 tag, such as `ja`. Absent until the user has agreed to LINE's privacy policy. */
  language?: string
}

/** A page of followers. */
export interface GetFollowersQuery {
  /** `next` of the page before. */
  start?: string
  /** 1 to 1,000, 300 by default. */
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
 * A token to link a user with an account of the provider's own. Lives ten minutes, works once.
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-link-token
 */
export interface IssueLinkTokenResponse {
  linkToken: string
}
