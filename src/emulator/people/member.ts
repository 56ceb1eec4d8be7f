import type { Person } from '../state/people.js'

/** Somebody who can be a member of a group: a `User` of the emulator. */
export interface Member {
  readonly id: string
  readonly person: Person
}
