/** What happens between one person and the account: friendship, beacons, videos, account links. */
import { apiLimits } from '../../spec/api/limits.js'
import type { Message } from '../../spec/index.js'
import type { PersonSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type { BeaconOptions, LinkOptions, TurnOptions } from '../generated/options.js'
import type { Chat } from '../state/people.js'
import { commonOf, eventOf } from '../webhook/events.js'
import { turn, type Turn } from './turn.js'

/** Adds the account as a friend, or unblocks it. */
export async function follow(on: PersonSubject, options: TurnOptions): Promise<Turn> {
  const { world, person, chat } = on
  const isUnblocked = person.blocked
  if (person.friend && !isUnblocked) return turn(world, chat, [], options)
  person.friend = true
  person.blocked = false
  person.attributes.since = world.now
  world.note(chat, isUnblocked ? 'unblocked' : 'followed', [person.userId])
  const event = eventOf(world, chat, person, { type: 'follow', follow: { isUnblocked } })
  return turn(world, chat, [event], options)
}

export async function block(
  { world, person, chat }: PersonSubject,
  options: TurnOptions,
): Promise<Turn> {
  if (person.blocked) return turn(world, chat, [], options)
  person.blocked = true
  world.note(chat, 'blocked', [person.userId])
  return turn(world, chat, [eventOf(world, chat, person, { type: 'unfollow' })], options)
}

export const beacon = (
  on: PersonSubject,
  { hwid = 'd41d8cd98f', type = 'enter', dm, ...options }: BeaconOptions & TurnOptions,
): Promise<Turn> =>
  personEvent(on, options, {
    type: 'beacon',
    beacon: { hwid, type, ...(dm !== undefined && { dm }) },
  })

/** Watches a video with a tracking id to its end. */
export async function watch(
  on: PersonSubject,
  trackingId: string | undefined,
  options: TurnOptions,
): Promise<Turn> {
  const id = trackingId ?? lastTrackingId(on.chat)
  if (id === undefined)
    throw new EmulatorError('message_not_found', 'There is no video with a trackingId in the chat.')
  return personEvent(on, options, {
    type: 'videoPlayComplete',
    videoPlayComplete: { trackingId: id },
  })
}

const lastTrackingId = ({ entries }: Chat): string | undefined => {
  for (let i = entries.length - 1; i >= 0; i--) {
    const { trackingId } = entries[i]!.message as Message & { trackingId?: string }
    if (trackingId !== undefined) return trackingId
  }
  return undefined
}

/**
 * Opens LINE's page that links accounts. With a token that was used, has expired or belongs to another person, LINE shows an
 * error page, and the bot receives nothing.
 * @see https://developers.line.biz/en/docs/messaging-api/linking-accounts/
 */
export async function link(
  on: PersonSubject,
  { linkToken, nonce, fails, ...options }: LinkOptions & TurnOptions,
): Promise<Turn> {
  const { world, person, chat } = on
  const token = world.state.linkTokens.get(linkToken)
  const isValid =
    token && !token.used && token.expires > world.now && token.userId === person.userId
  if (!isValid || nonce.length < apiLimits.nonce.min || nonce.length > apiLimits.nonce.max)
    return { ...(await turn(world, undefined, [], options)), opened: 'error' }
  token.used = true
  if (!fails)
    return personEvent(on, options, { type: 'accountLink', link: { result: 'ok', nonce } })
  const event = {
    type: 'accountLink' as const,
    ...commonOf(world),
    link: { result: 'failed' as const, nonce },
  }
  return turn(world, chat, [event], options)
}

/** Sends an event of a person, unless the account is blocked. */
export const personEvent = (
  { world, person, chat }: PersonSubject,
  options: TurnOptions,
  content: Parameters<typeof eventOf>[3],
): Promise<Turn> =>
  turn(world, chat, person.blocked ? [] : [eventOf(world, chat, person, content)], options)
