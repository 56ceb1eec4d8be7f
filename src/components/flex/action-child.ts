/** Components whose one child is an action. */
import type { Slots } from '../distribute.js'
import { one } from '../message.js'

/** A slot for `action`. */
/*#__NO_SIDE_EFFECTS__*/
export function actionSlots(name: string): Slots {
  const action = one(name, 'action')
  return { kinds: { action }, json: action }
}
