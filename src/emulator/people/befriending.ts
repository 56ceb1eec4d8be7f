/** Friends, beacons, links, memberships: what happens between one person and the account. */
import type { BeaconType } from '../../spec/webhook/index.js'
import type { Message } from '../../spec/index.js'
import { EmulatorError } from '../errors.js'
import type { Chat, Person } from '../state/people.js'
import type { World } from '../state/world.js'
import { commonOf, eventOf } from '../webhook/events.js'
import { turn, type Turn, type TurnOptions } from './turn.js'

/** A person adds the account as a friend, or unblocks it. */
export async function follow(world: World, person: Person, options: TurnOptions): Promise<Turn> {
  const chat = world.openChat(person)
  const isUnblocked = person.blocked
  if (person.friend && !isUnblocked) return turn(world, chat, [], options)
  person.friend = true
  person.blocked = false
  person.attributes.since = world.now
  world.note(chat, isUnblocked ? 'unblocked' : 'followed', [person.userId])
  const event = eventOf(world, chat, person, { type: 'follow', follow: { isUnblocked } })
  return turn(world, chat, [event], options)
}

export async function block(world: World, person: Person, options: TurnOptions): Promise<Turn> {
  const chat = world.openChat(person)
  if (person.blocked) return turn(world, chat, [], options)
  person.blocked = true
  world.note(chat, 'blocked', [person.userId])
  return turn(world, chat, [eventOf(world, chat, person, { type: 'unfollow' })], options)
}

/** A beacon that is near. */
export interface BeaconOptions {
  hwid?: string | undefined
  type?: BeaconType | undefined
  /** What the beacon says, in hexadecimal. */
  dm?: string | undefined
}

export async function beacon(
  world: World,
  person: Person,
  { hwid = 'd41d8cd98f', type = 'enter', dm, ...options }: BeaconOptions & TurnOptions,
): Promise<Turn> {
  return happens(world, person, options, {
    type: 'beacon',
    beacon: { hwid, type, ...(dm !== undefined && { dm }) },
  })
}

/** A video with a tracking id was watched to its end. */
export async function watch(
  world: World,
  person: Person,
  trackingId: string | undefined,
  options: TurnOptions,
): Promise<Turn> {
  const id = trackingId ?? lastTrackingId(world.openChat(person))
  if (id === undefined)
    throw new EmulatorError('not_found', 'There is no video with a trackingId in the chat.')
  return happens(world, person, options, {
    type: 'videoPlayComplete',
    videoPlayComplete: { trackingId: id },
  })
}

const lastTrackingId = ({ entries }: Chat): string | undefined =>
  entries
    .map(({ message }) => (message as Message & { trackingId?: string }).trackingId)
    .findLast((id) => id !== undefined)

/** What the service sends to LINE's page: the link token, and a nonce of its own. */
export interface LinkOptions {
  linkToken: string
  nonce: string
  /** Linking fails at LINE's side. */
  fails?: boolean | undefined
}

/**
 * A person comes to LINE's linking page. With a token that was used, has expired or is somebody else's, LINE shows an error
 * page and tells the bot nothing.
 * @see https://developers.line.biz/en/docs/messaging-api/linking-accounts/
 */
export async function link(
  world: World,
  person: Person,
  { linkToken, nonce, fails, ...options }: LinkOptions & TurnOptions,
): Promise<Turn> {
  const token = world.state.linkTokens.get(linkToken)
  const good = token && !token.used && token.expires > world.now && token.userId === person.userId
  if (!good || nonce.length < 10 || nonce.length > 255)
    return { ...(await turn(world, undefined, [], options)), opened: 'error' }
  token.used = true
  if (!fails)
    return happens(world, person, options, { type: 'accountLink', link: { result: 'ok', nonce } })
  const event = {
    type: 'accountLink' as const,
    ...commonOf(world),
    link: { result: 'failed' as const, nonce },
  }
  return turn(world, world.openChat(person), [event], options)
}

/** A membership is joined, left or renewed. */
export async function membership(
  world: World,
  person: Person,
  type: 'joined' | 'left' | 'renewed',
  membershipId: number,
  options: TurnOptions,
): Promise<Turn> {
  const offered = world.state.memberships.map((one) => one.membershipId)
  if (!offered.includes(membershipId))
    throw new EmulatorError(
      'not_found',
      `There is no membership ${membershipId}. ` +
        (offered.length > 0
          ? `There is: ${offered.join(', ')}.`
          : 'createEmulator takes those that the account offers: memberships.'),
    )
  const had = person.memberships.find((one) => one.membershipId === membershipId)
  if (type === 'left') person.memberships = person.memberships.filter((one) => one !== had)
  else if (!had) {
    const membershipNo = world.nextMembershipNo(membershipId)
    person.memberships.push({ membershipId, membershipNo, joinedAt: world.now })
  }
  // Of people who have not agreed to LINE's privacy policy nothing is told.
  if (!person.consents) return turn(world, world.openChat(person), [], options)
  return happens(world, person, options, { type: 'membership', membership: { type, membershipId } })
}

/** How many have a membership. */
export const countMembers = ({ state }: World, id: number): number =>
  [...state.people.values()].filter(({ memberships }) =>
    memberships.some(({ membershipId }) => membershipId === id),
  ).length

const happens = (
  world: World,
  person: Person,
  options: TurnOptions,
  content: Parameters<typeof eventOf>[3],
): Promise<Turn> => {
  const chat = world.openChat(person)
  const events = person.blocked ? [] : [eventOf(world, chat, person, content)]
  return turn(world, chat, events, options)
}
