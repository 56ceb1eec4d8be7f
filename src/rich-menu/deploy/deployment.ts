/**
 * One deployment: reads the account, plans, makes the calls of the first stage that has any, and begins again. So every stage works with what
 * is there now, whether this deployment, an earlier one that ended early, or another one at the same time has made it.
 */
import { systemClock, type Clock } from '../../common/clock.js'
import type { LineClient } from '../../client/index.js'
import { RichMenuError } from '../errors.js'
import { isOwned } from '../wanted/version.js'
import type { Wanted, WantedMenu } from '../wanted/wanted.js'
import { Calls, isOutdated, LimitReached } from './calls.js'
import type { Change, InnerPlan, KeepChange, PlanProblem } from './changes.js'
import { type Found, hasPicture, readFound } from './found.js'
import { linkTesters } from './link-users.js'
import { MenuWriter, type NamingChange } from './menu-writer.js'
import { moveUsers } from './move-users.js'
import { defaultGrace, type SyncOptions, type SyncResult } from './options.js'
import { planChanges } from './plan.js'

/** How often a deployment plans again because the account has changed meanwhile. */
const MOST_RACES = 6

/** In this order: nothing that users see is removed before its replacement is in force. */
const stages: readonly (readonly Change['action'][])[] = [
  ['create', 'picture'],
  ['alias', 'default', 'delete-alias'],
  ['move'],
  ['delete'],
]

export class Deployment {
  readonly #line: LineClient
  readonly #wanted: Wanted
  readonly #options: SyncOptions
  readonly #clock: Clock
  readonly #calls: Calls
  readonly #writer: MenuWriter
  readonly #changes: Change[] = []
  /** Ids of the menus that existed when the deployment began. */
  #start = new Set<string>()
  readonly #stale = new Set<string>()
  readonly #replacedAt = new Map<string, number>()
  readonly #taken = new Map<string, string>()
  /** Menus whose users were moved, and where to. */
  readonly #moved = new Map<string, string | undefined>()
  #writes = 0
  #isVisible = false
  #hasLinkedTesters = false

  constructor(line: LineClient, wanted: Wanted, options: SyncOptions) {
    this.#line = line
    this.#wanted = wanted
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#calls = new Calls({
      clock: this.#clock,
      wait: options.wait ?? false,
      onWait: options.onWait,
      signal: options.signal,
    })
    this.#writer = new MenuWriter(line, wanted, this.#calls)
  }

  /** Returns what would be done, as far as it can be known now. */
  async plan(): Promise<InnerPlan> {
    const found = await this.#read()
    this.#begin(found)
    return this.#planFor(found, ({ checkPicture }) => checkPicture())
  }

  /**
   * Makes all changes.
   * @throws {RichMenuError} `alias_missing`, `owner_different`, `limit_reached`, `deploy_conflict`
   * @throws {LineApiError} when LINE refuses a call; what users see goes on, and another deployment continues
   * @throws {LineConnectionError} when a call gets no answer; the same
   */
  async run(): Promise<SyncResult> {
    try {
      return await this.#loop()
    } catch (error) {
      if (!this.#isVisible) await this.#writer.removeOwn(this.#start)
      throw error
    }
  }

  async #loop(): Promise<SyncResult> {
    let found = await this.#read()
    this.#begin(found)
    for (let races = 0; ; found = await this.#read()) {
      this.#refuseConflict(found)
      const plan = await this.#planFor(found, ({ picture }) => picture())
      if (plan.problems.length > 0) throw refusal(plan.problems)
      const stage = this.#stageOf(plan)
      if (stage.length === 0) return this.#result(plan, [])
      try {
        await this.#perform(stage, plan, found)
      } catch (error) {
        if (error instanceof LimitReached) return this.#result(plan, this.#undone(plan))
        if (!isOutdated(error) || ++races > MOST_RACES) throw error
      }
    }
  }

  #read(): Promise<Found> {
    this.#options.signal?.throwIfAborted()
    const { signal } = this.#options
    return readFound(this.#line, this.#wanted, signal ? { signal } : {})
  }

  #begin(found: Found): void {
    this.#start = new Set(found.menus.map(({ richMenuId }) => richMenuId))
    if (!this.#options.redraw) return
    const named = new Set([...found.aliases.values(), found.defaultId])
    for (const { id } of found.versions) if (named.has(id)) this.#stale.add(id)
  }

  /** @param prepare - called with menus whose pictures will be uploaded, so that one that cannot be drawn ends a deployment before it begins */
  async #planFor(
    found: Found,
    prepare: (menu: WantedMenu) => Promise<unknown>,
  ): Promise<InnerPlan> {
    const plan = () =>
      planChanges(this.#wanted, found, {
        now: this.#clock.now(),
        grace: this.#options.grace ?? defaultGrace,
        take: this.#options.take,
        pictures: this.#writer.pictures,
        stale: this.#stale,
        replacedAt: this.#replacedAt,
        mayDelete: new Set([...this.#start, ...this.#writer.created]),
        taken: this.#taken,
      })
    const first = plan()
    // An alias or the default is proof of a picture. Only the others are asked.
    const named = new Set([...found.aliases.values(), found.defaultId])
    const unknown = [...first.current.values()].filter(
      (id) => !named.has(id) && !this.#writer.pictures.get(id),
    )
    await this.#preparePictures(first, prepare)
    const { signal } = this.#options
    for (const id of unknown)
      this.#writer.pictures.set(id, await hasPicture(this.#line, id, signal ? { signal } : {}))
    return plan()
  }

  async #preparePictures(
    { changes }: InnerPlan,
    prepare: (menu: WantedMenu) => Promise<unknown>,
  ): Promise<void> {
    const keys = new Set(
      changes.flatMap(({ action, menu }) =>
        action === 'create' || action === 'picture' ? [menu] : [],
      ),
    )
    for (const menu of this.#wanted.menus) if (keys.has(menu.key)) await prepare(menu)
  }

  /** Stops when another deployment has created a different version since this one began. */
  #refuseConflict(found: Found): void {
    const foreign = found.versions.find(
      ({ id, key, hash }) =>
        !this.#start.has(id) &&
        !this.#writer.created.has(id) &&
        this.#wanted.menus.find((menu) => menu.key === key)?.hash !== hash,
    )
    if (foreign)
      throw new RichMenuError(
        'deploy_conflict',
        `Somebody else deploys another version of ${foreign.key} (${foreign.id}) at the same time. Every user still has a menu. Wait until the other deployment has ended, then deploy once more.`,
      )
  }

  /** The changes of the first stage that has any. */
  #stageOf(plan: InnerPlan): Change[] {
    for (const actions of stages) {
      if (actions[0] === 'move' && this.#operations(plan).length === 0) continue
      const changes = plan.changes.filter(({ action }) => actions.includes(action))
      if (changes.length > 0) return changes
    }
    return []
  }

  /** The operations of the batch; none if users were moved already. */
  #operations({ operations, twins }: InnerPlan): InnerPlan['operations'] {
    const isOpen = (operation: InnerPlan['operations'][number]) =>
      operation.type !== 'unlinkAll' &&
      !twins.has(operation.from) &&
      !(
        this.#moved.has(operation.from) &&
        this.#moved.get(operation.from) === (operation.type === 'link' ? operation.to : undefined)
      )
    return operations.some(isOpen) ? operations : []
  }

  async #perform(stage: readonly Change[], plan: InnerPlan, found: Found): Promise<void> {
    const [first] = stage
    if (first?.action === 'move') await this.#move(stage, plan)
    else for (const change of stage) await this.#change(change, found)
    const isNamed = first?.action === 'alias' || first?.action === 'default'
    if (isNamed && this.#options.forceLink && !this.#hasLinkedTesters) {
      this.#hasLinkedTesters = true
      await linkTesters(this.#line, this.#options.forceLink, this.#wanted, plan, found, this.#calls)
    }
  }

  async #change(change: Change, found: Found): Promise<void> {
    switch (change.action) {
      case 'create':
        this.#done({ ...change, richMenuId: await this.#writer.create(change) }, 2)
        break
      case 'picture':
        await this.#writer.setPicture(change.menu, change.richMenuId)
        this.#done(change, 1)
        break
      case 'alias':
      case 'default':
      case 'delete-alias':
        await this.#writer.name(change)
        this.#named(change, found)
        break
      case 'delete':
        await this.#writer.delete(change.richMenuId)
        this.#done(change, 1)
        break
    }
  }

  /** Something names another menu now, or none. */
  #named(change: NamingChange, { menus }: Found): void {
    this.#isVisible = true
    const { from } = change
    if (from !== undefined && from !== ('to' in change ? change.to : undefined)) {
      const menu = menus.find(({ richMenuId }) => richMenuId === from)
      const isOurs =
        menu &&
        (isOwned(this.#wanted.owner, menu.name) ||
          this.#wanted.menus.some(({ adopt }) => adopt === from))
      if (menu && !isOurs && change.menu !== null) this.#taken.set(from, change.menu)
      this.#replacedAt.set(from, this.#clock.now())
    }
    this.#done(change, 1)
  }

  async #move(stage: readonly Change[], plan: InnerPlan): Promise<void> {
    const operations = this.#operations(plan)
    const deleted = plan.changes.flatMap((change) =>
      change.action === 'delete' ? [change.richMenuId] : [],
    )
    await moveUsers(this.#line, operations, deleted, this.#calls)
    for (const operation of operations)
      if (operation.type !== 'unlinkAll')
        this.#moved.set(operation.from, operation.type === 'link' ? operation.to : undefined)
    stage.forEach((change, i) => this.#done(change, i === 0 ? 1 : 0))
  }

  #done(change: Change, writes: number): void {
    this.#changes.push(change)
    this.#writes += writes
    this.#options.onChange?.(change)
  }

  /** What a limit left undone. */
  #undone(plan: InnerPlan): Change[] {
    const isDone = new Set(this.#changes.map((change) => JSON.stringify(change)))
    const created = new Set(
      this.#changes.flatMap((change) => (change.action === 'create' ? [change.menu] : [])),
    )
    const isMoved = this.#operations(plan).length === 0
    return plan.changes.filter(
      (change) =>
        change.action !== 'keep' &&
        !(change.action === 'move' && isMoved) &&
        !(change.action === 'create' && created.has(change.menu)) &&
        !isDone.has(JSON.stringify(change)),
    )
  }

  #result(plan: InnerPlan, pending: Change[]): SyncResult {
    return {
      changes: this.#changes,
      writes: this.#writes,
      pending,
      kept: plan.changes.filter((change): change is KeepChange => change.action === 'keep'),
      notes: plan.notes,
    }
  }
}

function refusal(problems: readonly PlanProblem[]): RichMenuError {
  const text = problems.map(({ message }) => message).join('\n')
  return new RichMenuError(problems[0]!.code, text)
}
