import type { AudienceGroupStatus } from '../../spec/api/index.js'
import type { StoredAudience } from '../state/state.js'
import type { World } from '../state/world.js'

/** Returns whether the account chose the members of an audience itself. Such an audience may be small. */
export const isOwn = ({ group }: Pick<StoredAudience, 'group'>): boolean =>
  group.type === 'UPLOAD' || group.type === 'CHAT_TAG'

/** The current status of an audience. A small audience whose members LINE chose is never ready. */
export function statusOfAudience(
  audience: StoredAudience,
  { now, rules }: Pick<World, 'now' | 'rules'>,
): AudienceGroupStatus {
  const { readyAt, expires, members } = audience
  if (now >= expires) return 'EXPIRED'
  const enough = isOwn(audience) || members.length >= rules.smallestAudience
  return now >= readyAt && enough ? 'READY' : 'IN_PROGRESS'
}
