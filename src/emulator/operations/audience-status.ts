import type { AudienceGroupStatus } from '../../spec/api/index.js'
import type { StoredAudience } from '../state/state.js'

/** What an audience is at a time. */
export function statusOfAudience(
  { readyAt, expires }: StoredAudience,
  now: number,
): AudienceGroupStatus {
  if (now >= expires) return 'EXPIRED'
  return now >= readyAt ? 'READY' : 'IN_PROGRESS'
}
