/** The changes of a plan: what `--json` prints. */
import type { RichMenuBatchOperation } from '../../spec/rich-menu.js'

/** One change of what an account has. */
export type Change =
  | CreateChange
  | PictureChange
  | AliasChange
  | DeleteAliasChange
  | DefaultChange
  | MoveChange
  | DeleteChange
  | KeepChange

/** Creates a menu and uploads its picture: two calls. */
export interface CreateChange {
  action: 'create'
  /** Key of the menu. */
  menu: string
  /** LINE's name of the menu. */
  name: string
  /** Id of the menu that it replaces. */
  replaces?: string
  /** Id of the new menu, once it is created. */
  richMenuId?: string
}

/** Uploads the picture of a menu that an earlier deployment created. */
export interface PictureChange {
  action: 'picture'
  menu: string
  richMenuId: string
}

/** Creates an alias, or makes it name another menu. */
export interface AliasChange {
  action: 'alias'
  menu: string
  alias: string
  /** Id of the menu that it names; absent for a new alias. */
  from?: string
  /** Id of the menu that it will name; absent if that is still to be created. */
  to?: string
}

/** Deletes the alias of a menu that was removed. */
export interface DeleteAliasChange {
  action: 'delete-alias'
  menu: string
  alias: string
  from: string
}

/** Sets or cancels the default menu. */
export interface DefaultChange {
  action: 'default'
  /** Key of the new default menu; `null` to cancel. */
  menu: string | null
  from?: string
  to?: string
}

/** Moves users who are linked to old versions, in one batch. */
export interface MoveChange {
  action: 'move'
  /** Key of the menu that they get; `null` for none of their own. */
  menu: string | null
  /** Ids of the menus that they have. */
  from: string[]
  /**
   * An earlier deployment has replaced all these menus and keeps them for now. The batch is the same as its own, so that LINE does nothing
   * unless that deployment ended before it. Plans do not have such changes.
   */
  again?: true
}

/** Deletes a menu that is not needed any more. */
export interface DeleteChange {
  action: 'delete'
  menu: string
  richMenuId: string
}

/** Leaves an old version for a later deployment. Not a call. */
export interface KeepChange {
  action: 'keep'
  menu: string
  richMenuId: string
  /** ISO 8601; from then on a deployment deletes it. */
  until: string
}

/** A reason why a plan cannot be applied. */
export interface PlanProblem {
  code: 'alias_missing' | 'owner_different' | 'limit_reached'
  /** Key of the menu, if it is about one. */
  menu?: string
  message: string
}

/** Differences between what is wanted and what an account has. */
export interface Plan {
  changes: Change[]
  /** How many calls change something. */
  writes: number
  /** What to know about the account. */
  notes: string[]
  /** Reasons why the plan cannot be applied. */
  problems: PlanProblem[]
}

/** A plan with what only its execution needs. */
export interface InnerPlan extends Plan {
  /** Ids of the menus that are in force afterwards, by key; without those that are still to be created. */
  current: ReadonlyMap<string, string>
  /** The batch, if every menu in it exists. */
  operations: RichMenuBatchOperation[]
  /** Second menus of versions in force: users have never seen them. */
  twins: ReadonlySet<string>
}

/** How many calls changes need. All moves are one batch. */
export function countWrites(changes: readonly Change[]): number {
  const calls = { create: 2, keep: 0, move: 0 } as Partial<Record<Change['action'], number>>
  const hasMove = changes.some(({ action }) => action === 'move')
  return changes.reduce((sum, { action }) => sum + (calls[action] ?? 1), hasMove ? 1 : 0)
}
