/** Components whose one child is an action. */
import type { Compiler } from '../../jsx-runtime/compiler.js'
import { distribute } from '../distribute.js'
import { once } from '../message.js'

/** Sets `action` from the child. */
export function actionChild(
  compiler: Compiler,
  name: string,
  json: object,
  children: unknown,
): void {
  if (children === undefined) return
  const action = (given: object) => once(compiler, name, json, 'action', given)
  distribute(compiler, name, children, {
    kinds: { action },
    json: (given) => (action(given), true),
  })
}
