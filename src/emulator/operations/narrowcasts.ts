/** Narrowcasts: messages to friends chosen by audience, earlier narrowcast or demographic filter. */
import { uuid } from '../../common/uuid.js'
import type { DemographicFilter, Limit, Recipient } from '../../spec/narrowcast.js'
import { validateRequestJson } from '../../validation/requests/index.js'
import { refusal } from '../api/answer.js'
import { type Call, isFields, type Operation } from '../api/call.js'
import { checkMessages, refuseErrors } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'
import type { Person } from '../state/people.js'
import type { Narrowcast } from '../state/state.js'
import type { World } from '../state/world.js'
import { isOwn } from './audience-status.js'
import { fits, mayBeFiltered } from './demographics.js'
import { deliver, isReached } from './reach.js'
import { audiencesIn, membersOf } from './recipients.js'
import { silence } from './sending.js'

const KEPT = 14 * 86_400_000

const narrowcast: Operation = (call) => {
  const { world } = call
  const body = call.json()
  const silent = silence(body)
  const messages = checkMessages(call, body['messages'], { endpoint: 'narrowcast', to: 'user' })
  const recipient = part(body['recipient'], 'recipient') as Recipient | undefined
  const filter = (part(body['filter'], 'filter') as { demographic?: DemographicFilter } | undefined)
    ?.demographic
  const limit = (part(body['limit'], 'limit') as Limit | undefined) ?? {}

  const friends = [...world.state.people.values()].filter(isReached)
  if (filter && friends.length < world.rules.smallestReach)
    throw refusal(403, sentences.notEnoughFriends)
  const members = recipient && membersOf(world, recipient)
  const target = friends.filter(
    (person) =>
      (!members || members.has(person.userId)) &&
      (!filter || (mayBeFiltered(person) && fits(person, filter, world.now))),
  )
  const small = tooSmall(call, recipient, filter !== undefined, target)
  const remaining = world.remaining()
  const room = Math.min(limit.max ?? Infinity, limit.upToRemainingQuota ? remaining : Infinity)
  const chosen = room < target.length ? world.chance.some(target, room) : target
  const failed =
    small ??
    (limit.forbidPartialDelivery && remaining < Math.min(target.length, limit.max ?? Infinity)
      ? { errorCode: 5, description: 'partial delivery is forbidden' }
      : chosen.length > remaining
        ? { errorCode: 1, description: 'not enough quota' }
        : undefined)

  const { narrowcastTime } = world.rules
  const to = chosen.map(({ userId }) => userId)
  const record: Narrowcast = {
    acceptedAt: world.now,
    sendingAt: world.now + narrowcastTime / 2,
    completedAt: world.now + narrowcastTime,
    success: failed ? 0 : chosen.length,
    failure: 0,
    target: target.length,
    ...(failed ? { failed } : { pending: { messages, to, silent } }),
  }
  world.state.narrowcasts.set(call.requestId, record)
  goOn(world, call.requestId, record)
  return { json: {} }
}

/** Sends a narrowcast when it is due. */
function goOn(world: World, requestId: string, { pending, completedAt }: Narrowcast): void {
  if (!pending) return
  if (completedAt <= world.now) send(world, requestId)
  else world.agenda.in(completedAt - world.now, () => send(world, requestId))
}

function send(world: World, requestId: string): void {
  const record = world.state.narrowcasts.get(requestId)
  if (!record?.pending) return
  const { messages, to, silent } = record.pending
  delete record.pending
  const people = to.flatMap((id) => world.state.people.get(id) ?? [])
  const chats = people.map((person) => world.openChat(person))
  const sending = { messages, via: 'narrowcast', silent, aimedAt: record.target } as const
  deliver({ world, requestId }, chats, people, sending)
}

/** Continues what was pending when the state was saved. */
export function resumeNarrowcasts(world: World): void {
  for (const [requestId, record] of world.state.narrowcasts) goOn(world, requestId, record)
}

/** A valid part of the body. @throws {Refusal} 400 */
function part(value: unknown, as: 'recipient' | 'filter' | 'limit'): object | undefined {
  if (value === undefined || value === null) return undefined
  if (!isFields(value)) throw refusal(400, sentences.invalidProperty(`'${as}'`))
  const problems = validateRequestJson(value, as)
  if (problems.some(({ code, path }) => code === 'conflict' && path === 'forbidPartialDelivery'))
    throw refusal(400, sentences.partialNeedsRemaining)
  refuseErrors(
    problems.map((problem) => ({ ...problem, path: problem.path ? `${as}.${problem.path}` : as })),
  )
  return value
}

/** Refuses audiences and filters with so few people that they could be identified. */
function tooSmall(
  { world }: Call,
  recipient: Recipient | undefined,
  filtered: boolean,
  target: readonly Person[],
): { errorCode: number; description: string } | undefined {
  if (!recipient && !filtered) return undefined
  const { smallestAudience } = world.rules
  const audiences = recipient ? audiencesIn(world, recipient) : []
  // The account itself chose these members.
  const own = !filtered && audiences.length > 0 && audiences.every(isOwn)
  if (own) return undefined
  const reached = (members: readonly string[]) =>
    members.filter((id) => {
      const person = world.state.people.get(id)
      return person && isReached(person)
    }).length
  const tiny = audiences.find(
    (audience) => !isOwn(audience) && reached(audience.members) < smallestAudience,
  )
  if (tiny && audiences.length > 1)
    return { errorCode: 4, description: `an audience has fewer than ${smallestAudience} members` }
  return target.length < smallestAudience
    ? { errorCode: 2, description: 'too few recipients' }
    : undefined
}

/** The `requestId` of a query. @throws {Refusal} 400 */
export function requestIdOf(call: Call): string {
  const id = call.query.get('requestId') ?? ''
  if (!uuid.test(id)) throw refusal(400, sentences.parameterInvalid('requestId'))
  return id
}

const iso = (ms: number) => new Date(ms).toISOString()

/** The phase of a narrowcast. */
function phaseOf({ sendingAt, completedAt, failed }: Narrowcast, now: number) {
  if (now >= completedAt) return failed ? 'failed' : 'succeeded'
  return now >= sendingAt ? 'sending' : 'waiting'
}

const progress: Operation = (call) => {
  const { narrowcasts } = call.world.state
  const found = narrowcasts.get(requestIdOf(call))
  if (!found || call.world.now - found.acceptedAt > KEPT) throw refusal(404, sentences.notFound)
  const phase = phaseOf(found, call.world.now)
  return {
    json: {
      phase,
      acceptedTime: iso(found.acceptedAt),
      ...(phase !== 'waiting' && {
        successCount: phase === 'sending' ? 0 : found.success,
        failureCount: found.failure,
        targetCount: found.target,
      }),
      ...(phase === 'failed' && {
        failedDescription: found.failed!.description,
        errorCode: found.failed!.errorCode,
      }),
      ...((phase === 'failed' || phase === 'succeeded') && {
        completedTime: iso(found.completedAt),
      }),
    },
  }
}

export const narrowcasts = {
  narrowcast,
  getNarrowcastProgress: progress,
} satisfies Record<string, Operation>
