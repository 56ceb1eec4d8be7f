import type { AudienceGroupStatus } from '../../spec/api/index.js'
import type { StoredAudience } from '../state/state.js'
import type { World } from '../state/world.js'

/** Whoever uploaded the ids, or tagged the chats, knows who is in it: a few members give nobody away. */
export const isOwn = ({ group }: Pick<StoredAudience, 'group'>): boolean =>
  group.type === 'UPLOAD' || group.type === 'CHAT_TAG'

/** What an audience is by now. One that could give its members away is never ready. */
export function statusOfAudience(
  audience: StoredAudience,
  { now, rules }: Pick<World, 'now' | 'rules'>,
): AudienceGroupStatus {
  const { readyAt, expires, members } = audience
  if (now >= expires) return 'EXPIRED'
  const enough = isOwn(audience) || members.length >= rules.smallestAudience
  return now >= readyAt && enough ? 'READY' : 'IN_PROGRESS'
}
