/** Reasons why changes cannot be made: tabs that lead nowhere, and LINE's limits. */
import { apiLimits } from '../../spec/api/limits.js'
import type { Wanted } from '../wanted/wanted.js'
import type { Change, PlanProblem } from './changes.js'
import type { Found } from './found.js'

export function checkPlan(
  wanted: Wanted,
  found: Found,
  changes: readonly Change[],
): { problems: PlanProblem[]; notes: string[] } {
  return {
    problems: [...checkTabs(wanted, found, changes), ...checkLimits(found, changes)],
    notes: notesOn(found),
  }
}

/** Tabs whose alias does not exist afterwards. */
function checkTabs(
  { menus }: Wanted,
  { aliases }: Found,
  changes: readonly Change[],
): PlanProblem[] {
  const removed = new Set(
    changes.flatMap((change) => (change.action === 'delete-alias' ? [change.alias] : [])),
  )
  const own = new Set(menus.map(({ alias }) => alias))
  const isMissing = (alias: string) =>
    !own.has(alias) && (!aliases.has(alias) || removed.has(alias))
  return menus.flatMap(({ key, switchesTo }) =>
    [...new Set(switchesTo)].filter(isMissing).map((alias) => ({
      code: 'alias_missing',
      menu: key,
      message: `${key} switches to the alias ${alias}, which ${removed.has(alias) ? 'would be deleted' : 'does not exist'}. Aliases of these menus: ${[...own].join(', ')}.`,
    })),
  )
}

/** New menus and aliases exist beside the old ones for a while. */
function checkLimits({ menus, aliases }: Found, changes: readonly Change[]): PlanProblem[] {
  const created = changes.filter(({ action }) => action === 'create').length
  const named = changes.filter(
    (change) => change.action === 'alias' && change.from === undefined,
  ).length
  const limits = [
    ['rich menus', menus.length, created, apiLimits.richMenus.menus],
    ['aliases', aliases.size, named, apiLimits.richMenus.aliases],
  ] as const
  return limits
    .filter(([, there, added, most]) => added > 0 && there + added > most)
    .map(([what, there, added, most]) => ({
      code: 'limit_reached',
      message: `LINE permits ${most} ${what}. The account has ${there}, and ${added} would be added before old ones are deleted.`,
    }))
}

function notesOn({ menus, versions, unreadable }: Found): string[] {
  const others = menus.length - versions.length - unreadable.length
  if (others === 0) return []
  return [`${others} ${others === 1 ? 'menu' : 'menus'} of other owners: not changed.`]
}
