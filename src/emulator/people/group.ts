import type { Message } from '../../spec/index.js'
import { EmulatorError } from '../errors.js'
import type { Chat, Entry } from '../state/people.js'
import type { World } from '../state/world.js'
import * as gathering from './gathering.js'
import * as modules from './modules.js'
import type { Member } from './member.js'
import { botMessages } from './messages.js'
import { troublesOf } from './troubles.js'
import type { Turn, TurnOptions } from './turn.js'

/**
 * A group or a room, with the bot in it unless said otherwise.
 *
 * @example
 * const line = createEmulator({ bot })
 * const [aki, ken] = [line.user('Aki'), line.user('Ken')]
 * const team = line.group('Team', [aki, ken])
 * await aki.says(['Hi ', line.bot], { in: team })
 * team.messages
 */
export class Group {
  readonly #world: World
  readonly id: string

  /** @internal */
  constructor(world: World, id: string) {
    this.#world = world
    this.id = id
  }

  /** @internal */
  get data(): Chat {
    const chat = this.#world.state.chats.get(this.id)
    if (!chat) throw new EmulatorError('not_found', `${this.id} is no longer there.`)
    return chat
  }

  get name(): string {
    return this.data.name ?? this.id
  }

  /** Ids of the people in it. */
  get members(): readonly string[] {
    return this.data.members
  }

  /** Whether the bot is in it. */
  get botInside(): boolean {
    return this.data.botInside
  }

  /** What the bot has sent here, as it sent it, oldest first. */
  get messages(): Message[] {
    return botMessages(this.data)
  }

  /** Everything that stands here, oldest first. */
  get chat(): readonly Entry[] {
    return this.data.entries
  }

  /** What went wrong lately, in words: calls that LINE refused, webhooks that failed. */
  get troubles(): string[] {
    return troublesOf(this.#world)
  }

  /** Somebody invites the bot: it is told with `join`. */
  invitesBot(options: TurnOptions = {}): Promise<Turn> {
    return gathering.inviteBot(this.#world, this.data, options)
  }

  /** Somebody removes the bot: it is told with `leave`. */
  removesBot(options: TurnOptions = {}): Promise<Turn> {
    return gathering.removeBot(this.#world, this.data, options)
  }

  /** The bot's channel, if it is a module, gets control of the chat: it hears `activated`. */
  activates(options: TurnOptions & { expireAt?: number | undefined } = {}): Promise<Turn> {
    return modules.activate(this.#world, this.data, options)
  }

  /** Another channel takes the chat: the bot's hears `deactivated`, and only listens from then on. */
  deactivates(options: TurnOptions = {}): Promise<Turn> {
    return modules.deactivate(this.#world, this.data, options)
  }

  /** People come in. */
  adds(people: Member | readonly Member[], options: TurnOptions = {}): Promise<Turn> {
    return gathering.add(this.#world, this.data, listOf(people), options)
  }

  /** People go, or are removed. */
  removes(people: Member | readonly Member[], options: TurnOptions = {}): Promise<Turn> {
    return gathering.remove(this.#world, this.data, listOf(people), options)
  }
}

const listOf = (people: Member | readonly Member[]) =>
  (Array.isArray(people) ? (people as readonly Member[]) : [people as Member]).map(
    ({ person }) => person,
  )
