import type { Message } from '../../spec/index.js'
import { checkOptions } from '../deeds/check-arguments.js'
import type { PersonSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type { In } from '../generated/options.js'
import type { Entry, Person } from '../state/people.js'
import type { World } from '../state/world.js'
import { botMessages } from './messages.js'
import { nameOfTarget, richMenuOf, tapTargets } from './tap-targets.js'
import { failuresOf } from './failures.js'
import { isRead } from './turn.js'
import { lastOwnEntry } from './writing.js'

/**
 * What a person sees. What a person does is in `User`.
 * @public The generated classes extend it.
 */
export class UserState {
  readonly #world: World
  /** User id. */
  readonly id: string

  /** @internal */
  constructor(world: World, id: string) {
    this.#world = world
    this.id = id
  }

  /** What LINE knows about this person. You may change it. */
  get person(): Person {
    const person = this.#world.state.people.get(this.id)
    if (!person)
      throw new EmulatorError(
        'person_not_found',
        `${this.id} no longer exists: reset() has removed all people.`,
      )
    return person
  }

  /** Display name. */
  get name(): string {
    return this.person.displayName
  }

  /** Messages that the bot has sent to this person, as it sent them, oldest first. */
  get messages(): Message[] {
    return botMessages(this.subject().chat)
  }

  /** All entries of the chat with the bot, oldest first: both sides, and notes of LINE. */
  get chat(): readonly Entry[] {
    return this.subject().chat.entries
  }

  /** Recent failures: API calls that LINE refused, webhooks that failed. */
  get troubles(): string[] {
    return failuresOf(this.#world, this.subject().chat)
  }

  /**
   * Returns whether a message of this person has a read mark.
   *
   * @param messageId - the last message of this person by default
   */
  seesRead(messageId?: string, options: In = {}): boolean {
    checkOptions('seesRead', options, ['In'])
    const { chat, person } = this.subject(options)
    const place = this.#world.place(messageId ?? lastOwnEntry(chat, person).id)
    return place?.chat === chat && isRead(chat, place.entry)
  }

  /**
   * The second argument of the components in the bot's last answer in the chat with it. `{}` if the bot has no option `context`,
   * `undefined` if it is not known.
   */
  get context(): object | undefined {
    return this.#world.contexts.of(this.id)
  }

  /** Whether the chat shows the loading animation. */
  get seesLoading(): boolean {
    return (this.subject().chat.loadingUntil ?? 0) > this.#world.now
  }

  /** Id of the rich menu below the chat. */
  get richMenu(): string | undefined {
    return richMenuOf(this.#world, this.person)?.richMenuId
  }

  /** Aliases of the rich menu that the person sees. */
  get richMenuAliases(): string[] {
    const id = this.richMenu
    const { richMenuAliases } = this.#world.state
    return [...richMenuAliases].flatMap(([alias, menu]) => (menu === id ? [alias] : []))
  }

  /** Names of everything that can be tapped, in the order in which `taps` searches: labels, or the words on it. */
  sees(options: In = {}): string[] {
    checkOptions('sees', options, ['In'])
    const { chat, person } = this.subject(options)
    return [...tapTargets(this.#world, chat, person)].map(nameOfTarget)
  }

  /** @internal */
  protected subject({ in: group }: In = {}): PersonSubject {
    const { person } = this
    const world = this.#world
    if (typeof group !== 'string')
      return { world, person, chat: group ? group.data : world.openChat(person) }
    const chat = world.findGroup(group)
    if (!chat)
      throw new EmulatorError(
        'group_not_found',
        `${JSON.stringify(group)} is not the name or ID of a group or room. Create one with line.group() or line.room().`,
      )
    return { world, person, chat }
  }
}
