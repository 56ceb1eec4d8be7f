/** Figures, made from what was sent, seen and tapped. @see https://developers.line.biz/en/reference/messaging-api/#get-insight */
import { apiLimits } from '../../spec/api/limits.js'
import { refusal, Refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import { DAY, dayOf, startOfDay } from '../state/days.js'
import type { Delivery, State } from '../state/state.js'
import type { World } from '../state/world.js'
import { requestIdOf } from './narrowcasts.js'
import { isReached } from './reach.js'
import { menuOf } from './rich-menus.js'
import { statusOf } from './statistics.js'

/** `null` if there are so few people that they could be identified. */
const hidden = ({ rules }: World, people: number): number | null =>
  people < rules.privacy ? null : people

const unique = (ids: readonly string[]): number => new Set(ids).size

/** How long LINE counts after a message was sent. */
const COUNTED = 14 * DAY

/** Selects records of some requests that count. */
function countedOf(deliveries: readonly Delivery[]) {
  const sentAt = new Map(deliveries.map(({ requestId, at }) => [requestId, at]))
  return ({ requestId, at }: { requestId: string; at: number }): boolean => {
    const sent = sentAt.get(requestId)
    return sent !== undefined && at - sent <= COUNTED
  }
}

/** How often, and by how many people, videos and recordings were played. */
function playedOf(world: World, plays: State['plays']) {
  const upTo = (least: number) => {
    const people = plays.filter(({ percent }) => percent >= least).map(({ person }) => person)
    const few = unique(people) < world.rules.privacy
    return { count: few ? null : people.length, people: few ? null : unique(people) }
  }
  const [begun, quarter, half, most, all] = [upTo(0), upTo(25), upTo(50), upTo(75), upTo(100)]
  return {
    mediaPlayed: begun.count,
    mediaPlayed25Percent: quarter.count,
    mediaPlayed50Percent: half.count,
    mediaPlayed75Percent: most.count,
    mediaPlayed100Percent: all.count,
    uniqueMediaPlayed: begun.people,
    uniqueMediaPlayed25Percent: quarter.people,
    uniqueMediaPlayed50Percent: half.people,
    uniqueMediaPlayed75Percent: most.people,
    uniqueMediaPlayed100Percent: all.people,
  }
}

/** Statistics of the messages of some requests. */
function figures(world: World, deliveries: readonly Delivery[]) {
  const { state } = world
  const counted = countedOf(deliveries)
  const seen = deliveries
    .flatMap(({ requestId }) =>
      (state.seen.get(requestId) ?? []).filter(({ at }) => counted({ requestId, at })),
    )
    .map(({ person }) => person)
  const clicks = state.clicks.filter(counted)
  const plays = state.plays.filter(counted)
  const shown = (people: readonly string[], count: number) =>
    unique(people) < world.rules.privacy ? null : count
  const bubbles = Math.max(0, ...deliveries.map(({ messages }) => messages))
  const uniqueClickOfRequest = hidden(world, unique(clicks.map(({ person }) => person)))
  const played = playedOf(world, plays)
  return {
    overview: {
      uniqueImpression: hidden(world, unique(seen)),
      uniqueClick: uniqueClickOfRequest,
      uniqueMediaPlayed: played.uniqueMediaPlayed,
      uniqueMediaPlayed100Percent: played.uniqueMediaPlayed100Percent,
    },
    messages: Array.from({ length: bubbles }, (_, i) => ({
      seq: i + 1,
      impression: shown(seen, seen.length),
      ...playedOf(
        world,
        plays.filter(({ seq }) => seq === i + 1),
      ),
    })),
    clicks: [...new Set(clicks.map(({ seq, url }) => `${seq} ${url}`))].map((name) => {
      const mine = clicks.filter(({ seq, url }) => `${seq} ${url}` === name)
      const people = mine.map(({ person }) => person)
      return {
        seq: mine[0]!.seq,
        url: mine[0]!.url,
        click: shown(people, people.length),
        uniqueClick: hidden(world, unique(people)),
        uniqueClickOfRequest,
      }
    }),
  }
}

const getMessageEvent: Operation = (call) => {
  const requestId = requestIdOf(call)
  const { world } = call
  const sent = world.state.deliveries.filter((delivery) => delivery.requestId === requestId)
  if (sent.length === 0) return { json: { overview: null, messages: [], clicks: [] } }
  const { overview, messages, clicks } = figures(world, sent)
  return {
    json: {
      overview: {
        requestId,
        timestamp: Math.floor(sent[0]!.at / 1_000),
        delivered: sent.reduce((sum, { to }) => sum + to.length, 0),
        ...overview,
      },
      messages,
      clicks,
    },
  }
}

/** Statistics of units have their own format of refusals. */
const unitRefusal = () =>
  new Refusal(400, { message: null, key: null, stacktrace: null, code: null })

const getStatisticsPerUnit: Operation = (call) => {
  const { world, query } = call
  const unit = query.get('customAggregationUnit')
  const from = startOfDay(query.get('from') ?? '')
  const to = startOfDay(query.get('to') ?? '')
  if (
    unit === null ||
    from === undefined ||
    to === undefined ||
    to < from ||
    to - from > apiLimits.statistics.unitDays * DAY
  )
    throw unitRefusal()
  const sent = world.state.deliveries.filter(
    (delivery) => delivery.unit === unit && delivery.at >= from && delivery.at < to + DAY,
  )
  const { overview, messages, clicks } = figures(world, sent)
  return {
    json: {
      overview,
      messages: messages.map((one) => ({ ...one, uniqueImpression: overview.uniqueImpression })),
      clicks,
    },
  }
}

const day = (call: Call): string => {
  const given = call.query.get('date')
  if (given === null) throw refusal(400, sentences.dateRequired)
  if (startOfDay(given) === undefined) throw refusal(400, sentences.badRequest)
  return given
}

const getNumberOfMessageDeliveries: Operation = (call) => {
  const date = day(call)
  const status = statusOf(date, call.world.now, '20170301')
  const sent = (via: string) =>
    status === 'ready' ? call.world.state.sent.get(`${date} ${via}`) : null
  return {
    json: {
      status,
      apiBroadcast: sent('broadcast'),
      apiPush: sent('push'),
      apiMulticast: sent('multicast'),
      apiNarrowcast: sent('narrowcast'),
      apiReply: sent('reply'),
    },
  }
}

const getNumberOfFollowers: Operation = (call) => {
  const { world } = call
  const given = call.query.get('date') ?? dayOf(world.now - DAY)
  if (startOfDay(given) === undefined) throw refusal(400, sentences.badRequest)
  const status = statusOf(given, world.now, '20161101')
  if (status !== 'ready')
    return { json: { status, followers: null, targetedReaches: null, blocks: null } }
  const end = startOfDay(given)! + DAY
  const people = [...world.state.people.values()].filter(
    ({ friend, attributes }) => friend && (attributes.since ?? 0) < end,
  )
  const reached = people.filter(isReached)
  return {
    json: {
      status,
      followers: people.length,
      targetedReaches: reached.filter(({ attributes }) => attributes.age !== undefined).length,
      blocks: people.filter(({ blocked }) => blocked).length,
    },
  }
}

const FIRST = '20230629'
/** LINE has no older statistics. */
const THREE_YEARS = 3 * 365 * DAY

/** The period of rich menu statistics. @throws {Refusal} 400 */
function range(call: Call, days: number): [from: string, to: string] {
  const [from = '', to = ''] = ['from', 'to'].map((name) => call.query.get(name) ?? '')
  const [first, last] = [startOfDay(from), startOfDay(to)]
  if (first === undefined || last === undefined) throw refusal(400, sentences.badRequest)
  if (last < first) throw refusal(400, sentences.toBeforeFrom)
  if (from < FIRST) throw refusal(400, sentences.fromTooEarly)
  if (from < dayOf(call.world.now - THREE_YEARS)) throw refusal(400, sentences.badRequest)
  if (last - first > (days - 1) * DAY) throw refusal(400, sentences.rangeTooLong(days))
  return [from, to]
}

const richMenuFigures =
  (days: number, daily: boolean): Operation =>
  (call) => {
    const [from, to] = range(call, days)
    const { richMenuId, menu } = menuOf(call)
    const taps = call.world.state.menuTaps.filter(
      (one) => one.richMenuId === richMenuId && one.day >= from && one.day <= to,
    )
    if (unique(taps.map(({ person }) => person)) < call.world.rules.privacy)
      return { json: { richMenuId } }
    const metrics = (some: typeof taps) => ({
      count: some.length,
      uniqueUsers: unique(some.map(({ person }) => person)),
    })
    const perDay = (some: typeof taps) =>
      [...new Set(some.map((one) => one.day))]
        .sort()
        .map((date) => ({ date, ...metrics(some.filter((one) => one.day === date)) }))
    const shown = (some: typeof taps) => ({ metrics: daily ? perDay(some) : metrics(some) })
    return {
      json: {
        richMenuId,
        metricsFrom: from,
        metricsTo: to,
        impression: shown(taps),
        clicks: menu.areas.map(({ bounds }, i) => ({
          bounds,
          ...shown(taps.filter(({ area }) => area === i)),
        })),
      },
    }
  }

export const insight = {
  getFriendsDemographics: ({ world }) => ({ json: demographics(world) }),
  getNumberOfMessageDeliveries,
  getNumberOfFollowers,
  getMessageEvent,
  getStatisticsPerUnit,
  getRichMenuInsightSummary: richMenuFigures(apiLimits.statistics.richMenuDays, false),
  getRichMenuInsightDaily: richMenuFigures(apiLimits.statistics.richMenuDaily, true),
} satisfies Record<string, Operation>

/** Percentages of friends by attribute. */
function demographics(world: World) {
  const reached = [...world.state.people.values()].filter(isReached)
  if (reached.length < world.rules.privacy) return { available: false }
  const shares = (valueOf: (attributes: (typeof reached)[number]['attributes']) => string) => {
    const counts = new Map<string, number>()
    for (const { attributes } of reached) {
      const value = valueOf(attributes)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts].map(
      ([value, count]) => [value, Math.round((count / reached.length) * 1_000) / 10] as const,
    )
  }
  const tiles = (name: string, list: ReturnType<typeof shares>) =>
    list.map(([value, percentage]) => ({ [name]: value, percentage }))
  return {
    available: true,
    genders: tiles(
      'gender',
      shares(({ gender = 'unknown' }) => gender),
    ),
    ages: tiles(
      'age',
      shares(({ age }) => ageWord(age)),
    ),
    areas: tiles(
      'area',
      shares(({ area = 'unknown' }) => area),
    ),
    appTypes: tiles(
      'appType',
      shares(({ appType = 'others' }) => appType),
    ),
    subscriptionPeriods: tiles(
      'subscriptionPeriod',
      shares(({ since }) =>
        periodWord(since === undefined ? undefined : (world.now - since) / DAY),
      ),
    ),
  }
}

function ageWord(age: number | undefined): string {
  if (age === undefined) return 'unknown'
  if (age < 15) return 'from0to14'
  if (age >= 70) return 'from70'
  const from = Math.floor(age / 5) * 5
  return `from${from}to${from + 4}`
}

function periodWord(days: number | undefined): string {
  if (days === undefined) return 'unknown'
  const within = [7, 30, 90, 180, 365].find((limit) => days < limit)
  return within === undefined ? 'over365days' : `within${within}days`
}
