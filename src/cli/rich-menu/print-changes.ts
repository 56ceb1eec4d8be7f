/** Changes of rich menus as text. */
import type { Change } from '../../rich-menu/index.js'

/** One change as a line. */
export function lineOf(change: Change): string {
  switch (change.action) {
    case 'create':
      return `+ create  ${change.menu}${change.replaces ? `, in place of ${change.replaces}` : ''}`
    case 'picture':
      return `~ picture ${change.menu}: upload to ${change.richMenuId}`
    case 'alias':
      return `${change.from ? '~' : '+'} alias   ${change.alias} → ${change.to ?? `the new ${change.menu}`}`
    case 'delete-alias':
      return `- alias   ${change.alias}`
    case 'default':
      return change.menu === null ? '- default' : `~ default ${change.menu}`
    case 'move':
      return `~ users   of ${change.from.join(', ')} → ${change.menu ?? 'no menu of their own'}${change.again ? ' (again, in case that was not done)' : ''}`
    case 'delete':
      return `- delete  ${change.menu} ${change.richMenuId}`
    case 'keep':
      return `  keep    ${change.menu} ${change.richMenuId} until ${change.until}`
  }
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A list of changes with their number. */
export function textOf(
  changes: readonly Change[],
  writes: number,
  notes: readonly string[],
): string {
  const made = changes.filter(({ action }) => action !== 'keep')
  const summary =
    made.length === 0
      ? 'The account is as it should be.'
      : `${counted(made.length, 'change')}, ${counted(writes, 'call')}.`
  return [...changes.map(lineOf), summary, ...notes].join('\n')
}
