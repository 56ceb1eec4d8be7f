/** Memberships of people. */
import type { PersonSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type { TurnOptions } from '../generated/options.js'
import type { World } from '../state/world.js'
import { personEvent } from './account.js'
import { turn, type Turn } from './turn.js'

/** Joins, leaves or renews a membership. */
export async function changeMembership(
  on: PersonSubject,
  type: 'joined' | 'left' | 'renewed',
  membershipId: number,
  options: TurnOptions,
): Promise<Turn> {
  const { world, person, chat } = on
  const ids = world.state.memberships.map((one) => one.membershipId)
  if (!ids.includes(membershipId))
    throw new EmulatorError(
      'membership_not_found',
      `There is no membership ${membershipId}. ` +
        (ids.length > 0
          ? `Memberships of this account: ${ids.join(', ')}.`
          : 'Pass the memberships of the account to createEmulator: memberships.'),
    )
  const current = person.memberships.find((one) => one.membershipId === membershipId)
  if (type === 'left') person.memberships = person.memberships.filter((one) => one !== current)
  else if (!current) {
    const membershipNo = world.nextMembershipNo(membershipId)
    person.memberships.push({ membershipId, membershipNo, joinedAt: world.now })
  }
  // LINE sends no event of a person who has not agreed to its privacy policy.
  if (!person.consents) return turn(world, chat, [], options)
  return personEvent(on, options, { type: 'membership', membership: { type, membershipId } })
}

/** How many people have a membership. */
export function countMembers({ state }: World, id: number): number {
  let count = 0
  for (const { memberships } of state.people.values())
    if (memberships.some(({ membershipId }) => membershipId === id)) count++
  return count
}
