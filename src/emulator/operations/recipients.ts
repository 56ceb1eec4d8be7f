/** Recipients of a narrowcast: a tree of audiences and earlier narrowcasts. */
import type { Recipient } from '../../spec/narrowcast.js'
import { refusal } from '../api/answer.js'
import { sentences } from '../api/sentences.js'
import type { StoredAudience } from '../state/state.js'
import type { World } from '../state/world.js'
import { statusOfAudience } from './audience-status.js'

const FORTNIGHT = 14 * 86_400_000

/**
 * Ids of users.
 * @throws {Refusal} 400 for audiences that are not ready and narrowcasts that did not succeed
 */
export function membersOf(world: World, recipient: Recipient): Set<string> {
  switch (recipient.type) {
    case 'audience':
      return new Set(audience(world, recipient.audienceGroupId).members)
    case 'redelivery':
      return new Set(receivers(world, recipient.requestId))
    case 'operator': {
      if (recipient.not) {
        const without = membersOf(world, recipient.not)
        return new Set([...world.state.people.keys()].filter((id) => !without.has(id)))
      }
      const sets = (recipient.and ?? recipient.or ?? []).map((part) => membersOf(world, part))
      if (recipient.or) return new Set(sets.flatMap((set) => [...set]))
      const [first = new Set<string>(), ...rest] = sets
      return new Set([...first].filter((id) => rest.every((set) => set.has(id))))
    }
  }
}

/** The audiences in a tree. */
export function audiencesIn(world: World, recipient: Recipient): StoredAudience[] {
  if (recipient.type === 'audience') return [audience(world, recipient.audienceGroupId)]
  if (recipient.type === 'redelivery') return []
  const parts = [...(recipient.and ?? []), ...(recipient.or ?? [])]
  if (recipient.not) parts.push(recipient.not)
  return parts.flatMap((part) => audiencesIn(world, part))
}

function audience(world: World, id: number): StoredAudience {
  const match = world.state.audiences.get(id)
  if (!match || statusOfAudience(match, world) !== 'READY')
    throw refusal(400, sentences.invalidAudience(id))
  return match
}

function receivers({ state, now }: World, requestId: string): string[] {
  const match = state.narrowcasts.get(requestId)
  const succeeded = match && !match.failed && match.completedAt <= now
  if (!succeeded || now - match.acceptedAt > FORTNIGHT)
    throw refusal(400, sentences.invalidRequestId(requestId))
  return state.deliveries.find((delivery) => delivery.requestId === requestId)?.to ?? []
}
