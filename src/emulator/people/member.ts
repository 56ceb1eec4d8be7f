/** People and groups as arguments of deeds. */
import type { Chat, Person } from '../state/people.js'

/** A person of the emulator: what `line.user()` returns. */
export interface Member {
  readonly id: string
  readonly person: Person
}

/** A group or room of the emulator: what `line.group()` and `line.room()` return. */
export interface GroupChat {
  readonly id: string
  /** @internal */
  readonly data: Chat
}
