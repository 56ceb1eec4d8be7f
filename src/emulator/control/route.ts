/** Routes of the control API, and their requests. */
import { either } from '../../common/words.js'
import type { Emulator } from '../emulator.js'
import { EmulatorError } from '../errors.js'
import type { Group } from '../generated/group.js'
import type { User } from '../generated/user.js'
import { fromBase64 } from '../state/base64.js'

/** A parsed request of the control API. */
export class Command {
  readonly line: Emulator
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>

  constructor(
    line: Emulator,
    params: Readonly<Record<string, string>>,
    query: URLSearchParams,
    body: Readonly<Record<string, unknown>>,
  ) {
    this.line = line
    this.params = params
    this.query = query
    this.body = body
  }

  /** The person in the path, by id or name. @throws {EmulatorError} `person_not_found` */
  person(): User {
    return person(this.line, this.params['person']!)
  }

  /** The group in the path, by id or name. @throws {EmulatorError} `group_not_found` */
  group(): Group {
    return group(this.line, this.params['group']!)
  }

  /** The group that the body names with `in`. @throws {EmulatorError} */
  where(): Group | undefined {
    const name = this.text('in')
    return name === undefined ? undefined : group(this.line, name)
  }

  /** Whether to wait for the bot. @throws {EmulatorError} `option_invalid` */
  settling(): { settle: boolean } {
    return { settle: this.boolean('settle') ?? true }
  }

  /** A string of the body. @throws {EmulatorError} `option_invalid` */
  text(name: string): string | undefined {
    return this.#typed(name, 'string') as string | undefined
  }

  /** A number of the body. JSON permits numbers that are too large for JavaScript. @throws {EmulatorError} `option_invalid` */
  number(name: string): number | undefined {
    const value = this.#typed(name, 'number') as number | undefined
    if (value !== undefined && !Number.isFinite(value)) throw bad(name, 'a finite number')
    return value
  }

  /** An integer of the body within a range. @throws {EmulatorError} `option_invalid` */
  whole(name: string, least: number, most = Infinity): number | undefined {
    const value = this.number(name)
    if (value === undefined) return undefined
    if (!Number.isInteger(value) || value < least || value > most)
      throw bad(
        name,
        most === Infinity
          ? `a whole number, ${least} or more`
          : `a whole number from ${least} to ${most}`,
      )
    return value
  }

  /** One of several strings. @throws {EmulatorError} `option_invalid` */
  word<T extends string>(name: string, words: readonly T[]): T | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (!(words as readonly string[]).includes(value)) throw bad(name, either(words))
    return value as T
  }

  /** A required string of the body. @throws {EmulatorError} `option_invalid` */
  needed(name: string): string {
    const value = this.text(name)
    if (value === undefined) throw bad(name, 'a string')
    return value
  }

  boolean(name: string): boolean | undefined {
    return this.#typed(name, 'boolean') as boolean | undefined
  }

  /** An array of strings of the body. @throws {EmulatorError} `option_invalid` */
  texts(name: string): string[] | undefined {
    const value = this.body[name]
    if (value === undefined || value === null) return undefined
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
      throw bad(name, 'an array of strings')
    return value
  }

  /** The people that the body names. @throws {EmulatorError} */
  people(name: string): User[] {
    const list = this.body[name] ?? []
    if (!Array.isArray(list)) throw bad(name, 'an array of ids or names')
    return list.map((one) => {
      if (typeof one !== 'string') throw bad(name, 'an array of ids or names')
      return person(this.line, one)
    })
  }

  /** Bytes, as base64. @throws {EmulatorError} `option_invalid` */
  bytes(name: string): Uint8Array | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    try {
      return fromBase64(text)
    } catch {
      throw bad(name, 'base64')
    }
  }

  #typed(name: string, type: string): unknown {
    const value = this.body[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== type) throw bad(name, type === 'boolean' ? 'true or false' : `a ${type}`)
    return value
  }
}

/** @throws {EmulatorError} */
export const bad = (name: string, wanted: string): EmulatorError =>
  new EmulatorError('option_invalid', `${name} must be ${wanted}.`)

function person(line: Emulator, nameOrId: string): User {
  const match = line.findUser(nameOrId)
  if (!match)
    throw new EmulatorError(
      'person_not_found',
      `There is no person ${nameOrId}. ${there(line.users.map(({ name }) => name))}`,
    )
  return match
}

function group(line: Emulator, nameOrId: string): Group {
  const match = line.findGroup(nameOrId)
  if (!match)
    throw new EmulatorError(
      'group_not_found',
      `There is no group ${nameOrId}. ${there(line.groups.map(({ name }) => name))}`,
    )
  return match
}

/** The existing names, at most 20. */
const there = (names: readonly string[]): string =>
  names.length === 0 ? 'None exists yet.' : `Existing ones: ${names.slice(0, 20).join(', ')}.`

/** A route of the control API. */
export interface ControlRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/_fukidashi`. */
  path: string
  about: string
  /** Properties of the body, and what they mean. */
  body?: Readonly<Record<string, string>>
  /** What can be done with this route, if there are several things. */
  deeds?: readonly object[]
  /** A body to begin with. */
  example?: Readonly<Record<string, unknown>>
  run: (command: Command) => unknown
}
