/** Creates people and chats. */
import { isUserId } from '../api/parameters.js'
import { EmulatorError } from '../errors.js'
import type { PersonOptions } from '../options.js'
import type { Chat, Person } from '../state/people.js'
import type { World } from '../state/world.js'

/**
 * Creates a person, and returns their id.
 * @throws {EmulatorError} `option_invalid`
 */
export function createPerson(world: World, name: string, options: PersonOptions): string {
  const { people } = world.state
  const userId = options.id ?? `U${world.chance.hex(32)}`
  const owner = people.get(userId)
  if (owner)
    throw new EmulatorError(
      'option_invalid',
      `${userId} is already the id of ${owner.displayName}.`,
    )
  if (!isUserId(userId))
    throw new EmulatorError(
      'option_invalid',
      'A user id is U and 32 hexadecimal digits in lower case.',
    )
  const person: Person = {
    userId,
    displayName: name,
    friend: true,
    blocked: false,
    deleted: false,
    consents: true,
    attributes: { since: world.now },
    memberships: [],
  }
  changePerson(person, options)
  people.set(userId, person)
  world.journal.publish({ type: 'change', what: `person ${userId}` })
  return userId
}

/** Sets the properties that the options have. */
export function changePerson(person: Person, options: PersonOptions): void {
  const { gender, age, appType, area, id: _, ...rest } = options
  Object.assign(person, defined(rest))
  Object.assign(person.attributes, defined({ gender, age, appType, area }))
}

const defined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Creates a group or room, and returns its id. */
export function createChat(
  world: World,
  {
    kind,
    name,
    members,
    botInside,
  }: Pick<Chat, 'kind' | 'members' | 'botInside'> & { name?: string | undefined },
): string {
  const id = `${kind === 'group' ? 'C' : 'R'}${world.chance.hex(32)}`
  world.state.chats.set(id, {
    id,
    kind,
    ...(name !== undefined && { name }),
    members,
    botInside,
    entries: [],
    seenUpTo: {},
  })
  world.journal.publish({ type: 'change', what: `chat ${id}` })
  return id
}
