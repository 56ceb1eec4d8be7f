/** From what is wanted and what an account has to changes. Pure: no calls, no clock. */
import type { RichMenuBatchOperation } from '../../spec/rich-menu.js'
import { nameOf } from '../wanted/version.js'
import type { Wanted, WantedMenu } from '../wanted/wanted.js'
import { checkPlan } from './check-plan.js'
import { type Change, countWrites, type InnerPlan, type PlanProblem } from './changes.js'
import type { Found, FoundVersion } from './found.js'

/** Settings of a plan, and what a deployment has done so far. */
export interface PlanOptions {
  /** Milliseconds since 1970. */
  now: number
  /** Milliseconds for which a version is kept after it was replaced. */
  grace: number
  /** Aliases and the default are changed even if they belong to menus of other owners. */
  take?: boolean | undefined
  /** Menus without alias and default that have a picture; absent for those that were not asked. */
  pictures?: ReadonlyMap<string, boolean> | undefined
  /** Ids of menus that are to be replaced although they are as wanted. */
  stale?: ReadonlySet<string> | undefined
  /** When this deployment replaced or removed a menu, by its id. */
  replacedAt?: ReadonlyMap<string, number> | undefined
  /** Menus that existed when the deployment began, and its own; the others are not deleted. Absent: all. */
  mayDelete?: ReadonlySet<string> | undefined
  /** Menus of other owners from which an alias or the default was taken, and the key of the menu that replaces them. */
  taken?: ReadonlyMap<string, string> | undefined
}

/** Plans the changes. */
export function planChanges(wanted: Wanted, found: Found, options: PlanOptions): InnerPlan {
  return new Planner(wanted, found, options).plan()
}

class Planner {
  readonly #wanted: Wanted
  readonly #found: Found
  readonly #options: PlanOptions
  readonly #byId: ReadonlyMap<string, FoundVersion>
  /** Menu in force by key; undefined for one that is still to be created. */
  readonly #current = new Map<string, FoundVersion | undefined>()
  readonly #changes: Change[] = []
  readonly #problems: PlanProblem[] = []
  readonly #notes: string[] = []
  readonly #taken: Map<string, string>

  constructor(wanted: Wanted, found: Found, options: PlanOptions) {
    this.#wanted = wanted
    this.#found = found
    this.#options = options
    this.#byId = new Map(found.versions.map((version) => [version.id, version]))
    this.#taken = new Map(options.taken)
  }

  plan(): InnerPlan {
    this.#notes.push(...this.#wanted.menus.flatMap(({ warnings }) => warnings))
    for (const menu of this.#wanted.menus) this.#menu(menu)
    for (const menu of this.#wanted.menus) this.#alias(menu)
    this.#otherAliases()
    this.#default()
    const isReplaced = this.#changes.length === 0
    const old = this.#old()
    const operations = this.#move(old)
    for (const version of old) this.#delete(version)
    const changes = this.#changes
    const isEarlier =
      isReplaced &&
      this.#taken.size === 0 &&
      !old.some(({ id }) => this.#options.replacedAt?.has(id))
    if (isEarlier && !changes.some(({ action }) => action === 'delete'))
      for (const change of changes) if (change.action === 'move') change.again = true
    const check = checkPlan(this.#wanted, this.#found, changes)
    this.#problems.push(...check.problems)
    this.#notes.push(...check.notes)
    const current = new Map<string, string>()
    for (const [key, version] of this.#current) if (version) current.set(key, version.id)
    return {
      changes,
      writes: countWrites(changes),
      notes: this.#notes,
      problems: this.#problems,
      current,
      operations,
      twins: new Set(old.flatMap((version) => (this.#isTwin(version) ? [version.id] : []))),
    }
  }

  #versionsOf(key: string): FoundVersion[] {
    return this.#found.versions.filter((version) => version.key === key)
  }

  /** The version that an alias or the default names, which is proof of a picture: LINE refuses both without one. */
  #pointed(menu: WantedMenu): FoundVersion | undefined {
    const { aliases, defaultId } = this.#found
    for (const id of [aliases.get(menu.alias), menu.key === this.#wanted.default && defaultId]) {
      const version = id ? this.#byId.get(id) : undefined
      if (version?.key === menu.key) return version
    }
    return undefined
  }

  #menu(menu: WantedMenu): void {
    const { key, hash } = menu
    const versions = this.#versionsOf(key)
    const pointed = this.#pointed(menu)
    const isWanted = (version: FoundVersion) =>
      version.hash === hash && !this.#options.stale?.has(version.id)
    if (pointed && isWanted(pointed)) {
      this.#current.set(key, pointed)
      return
    }
    // A version that was replaced is never in force again: a newer one is created, so that no batch repeats.
    const last = Math.max(0, ...versions.map(({ number }) => number))
    const candidate = versions.find(
      (version) =>
        isWanted(version) &&
        version.number === last &&
        (pointed === undefined || version.number > pointed.number),
    )
    if (candidate) {
      this.#current.set(key, candidate)
      if (this.#options.pictures?.get(candidate.id) === false)
        this.#changes.push({ action: 'picture', menu: key, richMenuId: candidate.id })
      return
    }
    this.#current.set(key, undefined)
    const name = nameOf(this.#wanted.owner, {
      key,
      hash,
      number: last + 1,
      createdAt: this.#options.now,
    })
    const replaced = pointed ?? versions.at(-1)
    this.#changes.push({
      action: 'create',
      menu: key,
      name,
      ...(replaced && { replaces: replaced.id }),
    })
  }

  #alias(menu: WantedMenu): void {
    const { key, alias } = menu
    const current = this.#current.get(key)
    const from = this.#found.aliases.get(alias)
    if (current && current.id === from) return
    // An adopted menu that is as it was needs an alias only for tabs.
    const isSwitchedTo = this.#wanted.menus.some(({ switchesTo }) => switchesTo.includes(alias))
    if (from === undefined && current && current.id === menu.adopt && !isSwitchedTo) return
    if (from !== undefined && !this.#mayChange(from, `the alias ${alias}`, key)) return
    this.#changes.push({
      action: 'alias',
      menu: key,
      alias,
      ...(from !== undefined && { from }),
      ...(current && { to: current.id }),
    })
  }

  /** Aliases with other names that name menus of ours. */
  #otherAliases(): void {
    const own = new Set(this.#wanted.menus.map(({ alias }) => alias))
    for (const [alias, from] of this.#found.aliases) {
      const version = this.#byId.get(from) ?? this.#unreadable(from)
      if (own.has(alias) || !version) continue
      const { key } = version
      const current = this.#current.get(key)
      if (!this.#current.has(key))
        this.#changes.push({ action: 'delete-alias', menu: key, alias, from })
      else if (current?.id !== from)
        this.#changes.push({
          action: 'alias',
          menu: key,
          alias,
          from,
          ...(current && { to: current.id }),
        })
    }
  }

  #default(): void {
    const key = this.#wanted.default
    const from = this.#found.defaultId
    if (key === undefined) {
      if (from !== undefined && (this.#byId.has(from) || this.#unreadable(from)))
        this.#changes.push({ action: 'default', menu: null, from })
      return
    }
    const current = this.#current.get(key)
    if (current && current.id === from) return
    if (from !== undefined && !this.#mayChange(from, 'the default menu', key)) return
    if (this.#found.isDefaultOfManager)
      this.#notes.push(
        'The default menu was made in LINE Official Account Manager. It cannot be read; it is hidden while there is a default menu of the API.',
      )
    this.#changes.push({
      action: 'default',
      menu: key,
      ...(from !== undefined && { from }),
      ...(current && { to: current.id }),
    })
  }

  /** Tests whether something that names a menu may be changed. */
  #mayChange(id: string, what: string, key: string): boolean {
    const menu = this.#found.menus.find(({ richMenuId }) => richMenuId === id)
    if (!menu || this.#byId.has(id) || this.#unreadable(id)) return true
    if (this.#options.take) {
      this.#taken.set(id, key)
      return true
    }
    this.#problems.push({
      code: 'owner_different',
      menu: key,
      message: `${what} belongs to ${JSON.stringify(menu.name)} (${id}), which is not a menu of ${this.#wanted.owner}. Pass --take to change it, or adopt="${id}" to replace that menu.`,
    })
    return false
  }

  /** A menu of ours whose name cannot be read, as a version of nothing. */
  #unreadable(id: string): FoundVersion | undefined {
    const menu = this.#found.unreadable.find(({ richMenuId }) => richMenuId === id)
    return menu && { id, key: menu.name, hash: '', number: 0, createdAt: 0 }
  }

  /** Versions that are not in force. */
  #old(): FoundVersion[] {
    const { versions, unreadable } = this.#found
    const inForce = new Set([...this.#current.values()].map((version) => version?.id))
    return [
      ...versions,
      ...unreadable.map(({ richMenuId }) => this.#unreadable(richMenuId)!),
    ].filter(({ id }) => !inForce.has(id))
  }

  /** A second menu of the version in force, from a deployment at the same time or a lost answer. Users have never seen it. */
  #isTwin({ id, key, hash, number }: FoundVersion): boolean {
    const current = this.#current.get(key)
    return (
      current !== undefined &&
      current.hash === hash &&
      current.number === number &&
      !this.#options.stale?.has(id) &&
      !this.#isNamed(id)
    )
  }

  #isNamed(id: string): boolean {
    const { aliases, defaultId } = this.#found
    return defaultId === id || [...aliases.values()].includes(id)
  }

  #move(old: readonly FoundVersion[]): RichMenuBatchOperation[] {
    const pairs = old.map(({ id, key }) => ({ from: id, key: this.#current.has(key) ? key : null }))
    for (const [from, key] of this.#taken) pairs.push({ from, key })
    // No user is linked to twins: they are moved in case, but not by a batch of their own.
    if (this.#taken.size === 0 && old.every((version) => this.#isTwin(version))) return []
    const keys = new Set(pairs.map(({ key }) => key))
    for (const menu of keys)
      this.#changes.push({
        action: 'move',
        menu,
        from: pairs.flatMap(({ from, key }) => (key === menu ? [from] : [])),
      })
    return pairs.flatMap(({ from, key }): RichMenuBatchOperation[] => {
      if (key === null) return [{ type: 'unlink', from }]
      const to = this.#current.get(key)?.id
      return to === undefined ? [] : [{ type: 'link', from, to }]
    })
  }

  #delete(version: FoundVersion): void {
    const { id, key } = version
    const isTwin = this.#isTwin(version)
    if (this.#options.mayDelete?.has(id) === false && !isTwin) return
    const until = isTwin ? 0 : this.#replacedAt(version) + this.#options.grace
    this.#changes.push(
      until > this.#options.now
        ? { action: 'keep', menu: key, richMenuId: id, until: new Date(until).toISOString() }
        : { action: 'delete', menu: key, richMenuId: id },
    )
  }

  /** When a version was replaced: when its successor was created, or in this deployment. */
  #replacedAt({ id, key, number }: FoundVersion): number {
    const own = this.#options.replacedAt?.get(id)
    if (own !== undefined) return own
    // What is named now is replaced or removed by this very plan.
    if (this.#isNamed(id)) return this.#options.now
    const next = this.#versionsOf(key).find((other) => other.number > number)
    return Math.min(next?.createdAt ?? 0, this.#options.now)
  }
}
