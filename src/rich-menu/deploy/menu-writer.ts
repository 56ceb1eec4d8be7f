/** The calls of a deployment that create, name and delete menus, and what it has created so far. */
import { LineApiError, type LineClient, LineConnectionError } from '../../client/index.js'
import type { Wanted, WantedMenu } from '../wanted/wanted.js'
import { type Calls, isNotFound } from './calls.js'
import type { Change, CreateChange } from './changes.js'
import { hasPicture, readFound } from './found.js'

/** Creations and deletions an hour. */
const PER_HOUR = 100

/** A change of what an alias or the default names. */
export type NamingChange = Extract<Change, { action: 'alias' | 'default' | 'delete-alias' }>

export class MenuWriter {
  /** Ids of the menus that this deployment has created. */
  readonly created = new Set<string>()
  /** Which menus without alias and default have a picture. */
  readonly pictures = new Map<string, boolean>()
  /** Names of menus whose creation got no answer. */
  readonly #lost = new Set<string>()
  readonly #line: LineClient
  readonly #wanted: Wanted
  readonly #calls: Calls

  constructor(line: LineClient, wanted: Wanted, calls: Calls) {
    this.#line = line
    this.#wanted = wanted
    this.#calls = calls
  }

  /** Creates a menu with its picture. Returns its id. */
  async create(change: CreateChange): Promise<string> {
    const { request } = this.#menu(change.menu)
    let id: string
    try {
      id = await this.#calls.limited('creations', PER_HOUR, () =>
        this.#line.richMenus.create({ ...request, name: change.name }, this.#calls.options),
      )
    } catch (error) {
      if (error instanceof LineConnectionError && error.accepted !== 'no')
        this.#lost.add(change.name)
      throw error
    }
    this.created.add(id)
    await this.setPicture(change.menu, id)
    return id
  }

  async setPicture(key: string, id: string): Promise<void> {
    const { request, picture } = this.#menu(key)
    const { signal } = this.#calls.options
    const options = signal ? { signal } : {}
    try {
      await this.#line.richMenus.setImage(id, await picture(), { size: request.size, ...options })
    } catch (error) {
      // Another deployment may have uploaded the same picture.
      const isRefused = error instanceof LineApiError && error.status === 400
      if (!isRefused || !(await hasPicture(this.#line, id, options))) throw error
    }
    this.pictures.set(id, true)
  }

  /** Makes an alias or the default name another menu, or none. */
  async name(change: NamingChange): Promise<void> {
    const { richMenus, richMenuAliases } = this.#line
    const { options } = this.#calls
    if (change.action === 'delete-alias')
      await this.#calls.limited('deletions of aliases', PER_HOUR, () =>
        richMenuAliases.delete(change.alias, options),
      )
    else if (change.action === 'alias')
      await (change.from === undefined
        ? richMenuAliases.create(change.alias, change.to!, options)
        : richMenuAliases.update(change.alias, change.to!, options))
    else
      await (change.menu === null
        ? richMenus.cancelDefault(options)
        : richMenus.setDefault(change.to!, options))
  }

  async delete(richMenuId: string): Promise<void> {
    try {
      await this.#calls.limited('deletions', PER_HOUR, () =>
        this.#line.richMenus.delete(richMenuId, this.#calls.options),
      )
    } catch (error) {
      // Deleted already, by another deployment.
      if (!isNotFound(error)) throw error
    }
  }

  /**
   * Deletes what this deployment has created, unless something names it meanwhile. Users have not seen any of it.
   *
   * @param start - ids of the menus that existed when it began
   */
  async removeOwn(start: ReadonlySet<string>): Promise<void> {
    if (this.created.size === 0 && this.#lost.size === 0) return
    try {
      const found = await readFound(this.#line, this.#wanted)
      const named = new Set([...found.aliases.values(), found.defaultId])
      for (const { richMenuId: id, name } of found.menus)
        if ((this.created.has(id) || this.#lost.has(name)) && !start.has(id) && !named.has(id))
          await this.#line.richMenus.delete(id, { retry: false })
    } catch {
      // The first error is the one to report. The next deployment removes what is left.
    }
  }

  #menu(key: string): WantedMenu {
    return this.#wanted.menus.find((menu) => menu.key === key)!
  }
}
