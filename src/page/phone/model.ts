/** What a phone shows, and what can be done with it. The program around it has the data. */
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { FailureRecord, Person, Turn } from '../../emulator/index.js'
import type { ChatView, EntryView } from '../../emulator/ui/view.js'
import type { CouponLook } from '../../preview/index.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import type { Place } from '../problems/failure-text.js'

/** A draft that is a reply to a message, or an edit of one. */
export interface Draft {
  kind: 'reply' | 'edit'
  entry: EntryView
}

/** The people and the account that chats are about. */
export interface Scene {
  account: { displayName: string; pictureUrl?: string | undefined; userId: string }
  people: ReadonlyMap<string, Person>
  coupons: Readonly<Record<string, CouponLook>>
  /** Whether there is a bot that receives messages. */
  hasBot: boolean
}

/** The rich menu of a person. */
export interface PhoneMenu {
  menu: RichMenuRequest
  imageUrl?: string
  /** Names the person and the menu. */
  key: string
}

/** URLs of files. Absolute, like those of pictures in messages. */
export interface Links {
  /** A picture, video, recording or file that a person has sent. */
  media(messageId: string): string
  /** Preview picture of a video that a person has sent. */
  preview(messageId: string): string
  /** A URL as the browser can load it. */
  loadable(url: string): string
  /** A link as the browser can open it. */
  openable(url: string): string
}

/** Something that a person does. */
export type Verb = 'says' | 'taps' | 'sends' | 'does'

export interface PhoneActions {
  act: (person: string, verb: Verb, body: object) => Promise<Turn>
  /** Something that happens in a group. */
  actInGroup: (group: string, body: object) => Promise<unknown>
  /** Number of the call or webhook of an entry, if it is known. */
  recordOf: (entry: EntryView) => number | undefined
  /** Shows a record elsewhere. */
  inspect: (record: number | undefined) => void
  /** Opens a file in the editor. */
  openPlace?: (place: Place) => void
  /** Further entries of the menu of a chat. */
  chatChoices?: (chat: ChatView) => readonly { label: string; run: () => void }[]
  addPerson?: () => void
  /** Asks how to reach a bot. */
  connectBot?: () => void
}

export interface PhoneModel {
  /** Distinguishes phones on one page. */
  readonly id: string
  readonly scene: ReadonlySignal<Scene>
  readonly chat: ReadonlySignal<ChatView | undefined>
  /** Oldest first. */
  readonly entries: ReadonlySignal<readonly EntryView[]>
  /** What went wrong in this chat, oldest first. */
  readonly failures: ReadonlySignal<readonly FailureRecord[]>
  /** Id of the person whose phone it is. */
  readonly me: ReadonlySignal<string | undefined>
  readonly menu: ReadonlySignal<PhoneMenu | undefined>
  readonly draft: Signal<Draft | undefined>
  /** The text in the input field. */
  readonly text: Signal<string>
  readonly links: Links
  readonly actions: PhoneActions
  /** Changes the person whose phone it is, in groups. */
  writeAs(person: string): void
  /** The time, in milliseconds since 1970. */
  now(): number
}

/** The group of a phone, for bodies of commands. */
export const whereOf = ({ chat }: PhoneModel): { in?: string } => {
  const { value } = chat
  return value && value.kind !== 'user' ? { in: value.id } : {}
}

export const nameOf = ({ people }: Scene, id: string): string => people.get(id)?.displayName ?? id

export const chatName = (scene: Scene, chat: ChatView): string =>
  chat.kind === 'user'
    ? nameOf(scene, chat.id)
    : (chat.name ?? chat.members.map((id) => nameOf(scene, id)).join(', '))
