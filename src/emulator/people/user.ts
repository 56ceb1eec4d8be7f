import type { Message } from '../../spec/index.js'
import { digest } from '../digest.js'
import { EmulatorError } from '../errors.js'
import type { Chat, Entry, Person } from '../state/people.js'
import type { World } from '../state/world.js'
import * as befriending from './befriending.js'
import type { Group } from './group.js'
import type { MediaOptions } from './media.js'
import { botMessages } from './messages.js'
import * as modules from './modules.js'
import { play, type PlayOptions } from './playing.js'
import { richMenuOf, sights } from './sights.js'
import { tap, type TapOptions, type TapTarget } from './tapping.js'
import type { TextPart } from './text.js'
import { troublesOf } from './troubles.js'
import { isRead, see, type Turn, type TurnOptions } from './turn.js'
import * as writing from './writing.js'

/** Where it happens: in the chat with the bot, unless a group or room is named. */
export interface In {
  in?: Group | undefined
}

type WriteOptions = writing.WriteOptions & In

/**
 * Somebody with LINE on the phone. Everything that a person does resolves when the bot has done all that it does about it;
 * with `{ settle: false }` at once.
 *
 * @example
 * const line = createEmulator({ bot })
 * const aki = line.user('Aki')
 * await aki.says('menu')
 * await aki.taps('Buy')
 * aki.messages.at(-1) // { type: 'text', text: 'Thank you' }
 */
export class User {
  readonly #world: World
  readonly id: string

  /** @internal */
  constructor(world: World, id: string) {
    this.#world = world
    this.id = id
  }

  /** What LINE knows of this person. May be changed. */
  get person(): Person {
    const person = this.#world.state.people.get(this.id)
    if (!person)
      throw new EmulatorError(
        'not_found',
        `${this.id} is no longer there: reset() has forgotten everybody.`,
      )
    return person
  }

  get name(): string {
    return this.person.displayName
  }

  /** What the bot has sent to this person, as it sent it, oldest first. */
  get messages(): Message[] {
    return botMessages(this.#chat())
  }

  /** Everything in the chat with the bot, oldest first: both sides and LINE's own lines. */
  get chat(): readonly Entry[] {
    return this.#chat().entries
  }

  /** What went wrong lately, in words: calls that LINE refused, webhooks that failed. */
  get troubles(): string[] {
    return troublesOf(this.#world)
  }

  /** Whether a message stands there as read by the bot: the last one of this person unless its id is given. */
  seesRead(messageId?: string, options: In = {}): boolean {
    const chat = this.#chat(options)
    const id = messageId ?? this.#last(options)
    const place = this.#world.place(id)
    return place?.chat === chat && isRead(chat, place.entry)
  }

  /** Whether dots show that the bot is busy. */
  get seesLoading(): boolean {
    return (this.#chat().loadingUntil ?? 0) > this.#world.now
  }

  /** Id of the rich menu below the chat. */
  get richMenu(): string | undefined {
    return richMenuOf(this.#world, this.person)?.richMenuId
  }

  /** Names of all that can be tapped, in the order in which {@link taps} looks. */
  sees(options: In = {}): string[] {
    const chat = this.#chat(options)
    return [...sights(this.#world, chat, this.person)].flatMap(({ names }) => names.slice(0, 1))
  }

  /**
   * Writes a text.
   *
   * @param text Words, or parts of them: people (mentioned), `line.bot`, `{ mention: 'all' }`, `{ emoji: { productId, emojiId } }`.
   * @example
   * const line = createEmulator({ bot })
   * const [aki, ken] = [line.user('Aki'), line.user('Ken')]
   * await aki.says(['Hello ', ken, '!'], { in: line.group('Team', [aki, ken]) })
   */
  async says(text: string | readonly TextPart[], options: WriteOptions = {}): Promise<Turn> {
    return this.#write(writing.textContent(this.#world, text), options)
  }

  /**
   * Taps what is there: a quick reply, a button of the newest message that has it, an area of the rich menu.
   *
   * @param target The label, the words on it, `{ area: 0 }` of a rich menu or imagemap, or an action as JSON.
   * @throws {EmulatorError} `nothing_to_tap`, with what there is
   * @example
   * const aki = createEmulator({ bot }).user('Aki')
   * await aki.taps('Choose a day', { pick: '2026-12-24' })
   */
  taps(target: TapTarget, options: TapOptions & In = {}): Promise<Turn> {
    return tap(this.#world, this.person, this.#chat(options), target, options)
  }

  async sendsSticker(
    sticker: writing.StickerOptions = {},
    options: WriteOptions = {},
  ): Promise<Turn> {
    return this.#write(writing.stickerContent(sticker), options)
  }

  sendsImage(image: MediaOptions = {}, options: WriteOptions = {}): Promise<Turn> {
    return this.#media('image', image, options)
  }

  /** Several at one go: an event each, with an `imageSet`. */
  sendsImages(images: readonly MediaOptions[], options: TurnOptions & In = {}): Promise<Turn> {
    return writing.writeImages(this.#world, this.person, this.#chat(options), images, options)
  }

  /** @param video `preparing`: milliseconds for which LINE answers 202 to whoever wants the bytes. */
  sendsVideo(video: MediaOptions = {}, options: WriteOptions = {}): Promise<Turn> {
    return this.#media('video', video, options)
  }

  sendsAudio(audio: MediaOptions = {}, options: WriteOptions = {}): Promise<Turn> {
    return this.#media('audio', audio, options)
  }

  sendsFile(
    file: MediaOptions & { fileName?: string | undefined } = {},
    options: WriteOptions = {},
  ): Promise<Turn> {
    const media = writing.mediaOf(this.#world, 'file', file)!
    const content = {
      type: 'file' as const,
      fileName: file.fileName ?? 'file.txt',
      fileSize: media.bytes.length,
    }
    return this.#write(content, options, media)
  }

  sendsLocation(place: writing.PlaceOptions = {}, options: WriteOptions = {}): Promise<Turn> {
    return this.#write(writing.locationContent(place), options)
  }

  /** Takes a message back: the last one unless its id is given. */
  unsends(messageId?: string, options: TurnOptions & In = {}): Promise<Turn> {
    const id = messageId ?? this.#last(options)
    return writing.unsend(this.#world, this.person, id, options)
  }

  /** Changes a text in a group: the last one unless its id is given. */
  edits(
    text: string | readonly TextPart[],
    { messageId, ...options }: TurnOptions & In & { messageId?: string } = {},
  ): Promise<Turn> {
    const id = messageId ?? this.#last(options)
    return writing.edit(this.#world, this.person, id, text, options)
  }

  /** Looks at the chat: messages count as seen. */
  reads(options: In = {}): void {
    const chat = this.#chat(options)
    see(this.#world, chat, this.person)
    this.#world.journal.tell({ type: 'change', what: `seen ${chat.id}` })
  }

  /** Adds the account as a friend, or unblocks it. */
  follows(options: TurnOptions = {}): Promise<Turn> {
    return befriending.follow(this.#world, this.person, options)
  }

  blocks(options: TurnOptions = {}): Promise<Turn> {
    return befriending.block(this.#world, this.person, options)
  }

  unblocks(options: TurnOptions = {}): Promise<Turn> {
    return befriending.follow(this.#world, this.person, options)
  }

  /** Comes near a LINE Beacon. */
  meetsBeacon(options: befriending.BeaconOptions & TurnOptions = {}): Promise<Turn> {
    return befriending.beacon(this.#world, this.person, options)
  }

  /** Watches a video to its end: the last one with a `trackingId` unless one is given. */
  watches(trackingId?: string, options: TurnOptions = {}): Promise<Turn> {
    return befriending.watch(this.#world, this.person, trackingId, options)
  }

  /**
   * Plays a video or recording: the newest unless its id is given, to its end unless `percent` says how far. The figures count
   * it; the bot hears of the end of a video with a `trackingId`.
   */
  plays(options: PlayOptions & In = {}): Promise<Turn> {
    return play(this.#world, this.person, this.#chat(options), options)
  }

  /** A notification message to this person's phone number was delivered: the bot hears of it, with the number's hash. */
  async isNotified(data?: string, options: TurnOptions = {}): Promise<Turn> {
    const { phone } = this.person
    if (data === undefined && phone === undefined)
      throw new EmulatorError('bad_option', `${this.name} has no phone number, nor is data given.`)
    return modules.notified(this.#world, this.person, data ?? (await digest(phone!)), options)
  }

  /** Comes to LINE's page that links accounts. */
  linksAccount(options: befriending.LinkOptions & TurnOptions): Promise<Turn> {
    return befriending.link(this.#world, this.person, options)
  }

  joinsMembership(membershipId: number, options: TurnOptions = {}): Promise<Turn> {
    return befriending.membership(this.#world, this.person, 'joined', membershipId, options)
  }

  leavesMembership(membershipId: number, options: TurnOptions = {}): Promise<Turn> {
    return befriending.membership(this.#world, this.person, 'left', membershipId, options)
  }

  renewsMembership(membershipId: number, options: TurnOptions = {}): Promise<Turn> {
    return befriending.membership(this.#world, this.person, 'renewed', membershipId, options)
  }

  /** This channel, if it is a module, gets control of the chat: it hears `activated`. */
  activates(options: TurnOptions & In & { expireAt?: number | undefined } = {}): Promise<Turn> {
    return modules.activate(this.#world, this.#chat(options), options)
  }

  /** Another channel takes the chat: this one hears `deactivated`, and only listens from then on. */
  deactivates(options: TurnOptions & In = {}): Promise<Turn> {
    return modules.deactivate(this.#world, this.#chat(options), options)
  }

  /** A module channel takes the chat over, or gives it back, and nothing is told: meanwhile events are on `standby`. */
  standby(on = true): void {
    if (on) this.#chat().standby = true
    else delete this.#chat().standby
  }

  #write(
    content: writing.BareContent,
    options: WriteOptions,
    media?: ReturnType<typeof writing.mediaOf>,
  ): Promise<Turn> {
    return writing.write(this.#world, this.person, this.#chat(options), content, options, media)
  }

  #media(
    kind: 'image' | 'video' | 'audio',
    media: MediaOptions,
    options: WriteOptions,
  ): Promise<Turn> {
    const kept = writing.mediaOf(this.#world, kind, media)
    return this.#write(writing.mediaContent(kind, media), options, kept)
  }

  #chat({ in: group }: In = {}): Chat {
    return group ? group.data : this.#world.openChat(this.person)
  }

  #last(options: In): string {
    const entry = this.#chat(options).entries.findLast(
      ({ from, shownOnly, unsent }) => from === this.id && !shownOnly && !unsent,
    )
    if (!entry) throw new EmulatorError('not_found', `${this.name} has sent nothing there.`)
    return entry.id
  }
}
