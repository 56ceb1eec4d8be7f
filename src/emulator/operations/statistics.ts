/** The quota, and how many messages were sent. */
import {
  GetAggregationUnitNameListQuery_limit_default,
  GetAggregationUnitNameListQuery_limit_maximum,
} from '../../spec/generated/numbers.js'
import { refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import { dayOf, startOfDay } from '../state/days.js'
import type { Via } from '../state/people.js'
import { limitOf, pageOf } from './paging.js'
import { unitsOf } from './units.js'

/** LINE has no statistics before this day. */
const FIRST = '20180331'

/** Returns whether LINE has the statistics of a day. */
export function statusOf(
  day: string,
  now: number,
  first = FIRST,
): 'ready' | 'unready' | 'out_of_service' {
  if (day < first) return 'out_of_service'
  return day < dayOf(now) ? 'ready' : 'unready'
}

/** @throws {Refusal} 400 */
function dayIn(call: Call, name = 'date'): string {
  const day = call.query.get(name) ?? ''
  if (startOfDay(day) === undefined) throw refusal(400, sentences.parameterInvalid(name))
  return day
}

const sent =
  (via: Via): Operation =>
  (call) => {
    const day = dayIn(call)
    const status = statusOf(day, call.world.now)
    if (status !== 'ready') return { json: { status } }
    return { json: { status, success: call.world.state.sent.get(`${day} ${via}`) ?? 0 } }
  }

export const statistics = {
  getMessageQuota: ({ world }) => ({ json: world.state.quota }),
  getMessageQuotaConsumption: ({ world }) => ({ json: { totalUsage: world.used() } }),
  getNumberOfSentReplyMessages: sent('reply'),
  getNumberOfSentPushMessages: sent('push'),
  getNumberOfSentMulticastMessages: sent('multicast'),
  getNumberOfSentBroadcastMessages: sent('broadcast'),
  getPNPMessageStatistics: sent('pnp'),
  getPNPTemplatedMessageStatistics: sent('pnpTemplated'),
  getAggregationUnitUsage: ({ world }) => ({
    json: { numOfCustomAggregationUnits: unitsOf(world).length },
  }),
  getAggregationUnitNameList: (call) => {
    const limit = limitOf(call, {
      usual: GetAggregationUnitNameListQuery_limit_default,
      most: GetAggregationUnitNameListQuery_limit_maximum,
    })
    const { items, next } = pageOf(call, () => [...unitsOf(call.world)], limit)
    return { json: { customAggregationUnits: items, ...(next !== undefined && { next }) } }
  },
} satisfies Record<string, Operation>
