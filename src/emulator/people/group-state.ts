import type { Message } from '../../spec/index.js'
import type { GroupSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type { Chat, Entry } from '../state/people.js'
import type { World } from '../state/world.js'
import { botMessages } from './messages.js'
import { failuresOf } from './failures.js'

/**
 * Who is in a group and what it contains. What happens in it is in `Group`.
 * @public The generated classes extend it.
 */
export class GroupState {
  readonly #world: World
  /** Group id or room id. */
  readonly id: string

  /** @internal */
  constructor(world: World, id: string) {
    this.#world = world
    this.id = id
  }

  /** @internal */
  get data(): Chat {
    const chat = this.#world.state.chats.get(this.id)
    if (!chat) throw new EmulatorError('group_not_found', `${this.id} no longer exists.`)
    return chat
  }

  /** Name of the group; its id if it has none. */
  get name(): string {
    return this.data.name ?? this.id
  }

  /** User ids of the members. */
  get members(): readonly string[] {
    return this.data.members
  }

  /** Whether the bot is a member. */
  get botInside(): boolean {
    return this.data.botInside
  }

  /** Messages that the bot has sent here, as it sent them, oldest first. */
  get messages(): Message[] {
    return botMessages(this.data)
  }

  /** All entries of the chat, oldest first. */
  get chat(): readonly Entry[] {
    return this.data.entries
  }

  /** The second argument of the components in the bot's last answer here, as for people. */
  get context(): object | undefined {
    return this.#world.contexts.of(this.id)
  }

  /** Recent failures: API calls that LINE refused, webhooks that failed. */
  get troubles(): string[] {
    return failuresOf(this.#world, this.data)
  }

  /** @internal */
  protected subject(): GroupSubject {
    return { world: this.#world, chat: this.data }
  }
}
