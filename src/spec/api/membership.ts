/**
 * Memberships that a user has.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-a-users-membership-subscription-status
 */
export interface GetMembershipSubscriptionResponse {
  subscriptions: Subscription[]
}

export interface Subscription {
  membership: SubscribedMembershipPlan
  user: SubscribedMembershipUser
}

/** The plan of a subscription. */
export interface SubscribedMembershipPlan {
  membershipId: number
  title: string
  description: string
  benefits: string[]
  /** Price per month, in `currency`. */
  price: number
  currency: 'JPY' | 'TWD' | 'THB'
}

export interface SubscribedMembershipUser {
  membershipNo: number
  /** UNIX seconds. */
  joinedTime: number
  /** `yyyy-MM-dd`, in UTC+9. */
  nextBillingDate: string
  totalSubscriptionMonths: number
}

/**
 * The account's plans.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-membership-plans
 */
export interface MembershipListResponse {
  memberships: Membership[]
}

export interface Membership {
  membershipId: number
  title: string
  description: string
  benefits: string[]
  /** Price per month, in `currency`. */
  price: number
  currency: 'JPY' | 'TWD' | 'THB'
  memberCount: number
  /** `null` if there is no limit. */
  memberLimit: number | null
  isInAppPurchase: boolean
  isPublished: boolean
}

/** A page of members of a plan. */
export interface GetJoinedMembershipUsersQuery {
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
 * Ids of users who have a plan.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-membership-user-ids
 */
export interface GetJoinedMembershipUsersResponse {
  userIds: string[]
  /** `start` of the next page; absent on the last. */
  next?: string
}
