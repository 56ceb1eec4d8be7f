/** Memberships. @see https://developers.line.biz/en/reference/messaging-api/#membership */
import {
  GetJoinedMembershipUsersQuery_limit_default,
  GetJoinedMembershipUsersQuery_limit_maximum,
} from '../../spec/generated/numbers.js'
import { refusal } from '../api/answer.js'
import type { Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import { countMembers } from '../people/memberships.js'
import { addMonths, dayOf, monthsBetween } from '../state/days.js'
import { limitOf, pageOf } from './paging.js'

/** Memberships are billed on the same day of each month. */
function billing(joinedAt: number, now: number): { months: number; next: string } {
  // At most one too few: the billing day of this month may have passed.
  const whole = Math.max(1, monthsBetween(joinedAt, now))
  const months = addMonths(joinedAt, whole) > now ? whole : whole + 1
  const next = dayOf(addMonths(joinedAt, months))
  return { months, next: `${next.slice(0, 4)}-${next.slice(4, 6)}-${next.slice(6)}` }
}

export const memberships = {
  getMembershipList: ({ world }) => {
    const { memberships: offered } = world.state
    if (offered.length === 0) throw refusal(404, sentences.notFound)
    return {
      json: {
        memberships: offered.map((one) => ({
          ...one,
          memberCount: countMembers(world, one.membershipId),
        })),
      },
    }
  },
  getMembershipSubscription: (call) => {
    const { world } = call
    if (world.state.memberships.length === 0) throw refusal(404, sentences.membershipPlanNotFound)
    const person = world.state.people.get(call.param('userId'))
    if (!person) throw refusal(404, sentences.notFound)
    const subscriptions = person.memberships.flatMap(({ membershipId, membershipNo, joinedAt }) => {
      const plan = world.state.memberships.find((one) => one.membershipId === membershipId)
      if (!plan) return []
      const { title, description, benefits, price, currency } = plan
      const { months, next } = billing(joinedAt, world.now)
      return {
        membership: { membershipId, title, description, benefits, price, currency },
        user: {
          membershipNo,
          joinedTime: Math.floor(joinedAt / 1_000),
          nextBillingDate: next,
          totalSubscriptionMonths: months,
        },
      }
    })
    return { json: { subscriptions } }
  },
  getJoinedMembershipUsers: (call) => {
    const { people, memberships: offered } = call.world.state
    const id = Number(call.param('membershipId'))
    if (!offered.some(({ membershipId }) => membershipId === id))
      throw refusal(404, sentences.membershipNotFound)
    const limit = limitOf(call, {
      usual: GetJoinedMembershipUsersQuery_limit_default,
      most: GetJoinedMembershipUsersQuery_limit_maximum,
    })
    const joined = () =>
      [...people.values()]
        .filter((person) => person.memberships.some(({ membershipId }) => membershipId === id))
        .map(({ userId }) => userId)
    const { items, next } = pageOf(call, joined, limit)
    return { json: { userIds: items, ...(next !== undefined && { next }) } }
  },
} satisfies Record<string, Operation>
