import { component } from '../../jsx-runtime/component.js'
import type { JsxElement } from '../../jsx-runtime/element.js'
import { createNode } from '../../jsx-runtime/jsx.js'

const Raw = component(['raw', 'raw'], ({ value }: { value: object }, compiler) => {
  const json = compiler.value(value)
  return json as object
})

/**
 * JSON from another source, whose type TypeScript cannot check: a language model, a database, `@line/bot-sdk`. It becomes
 * exactly this JSON, `null` in lists included, and is validated like everything else. Elements in it become their JSON.
 *
 * @param value - a message, an action, a Flex component or anything else that is permitted in its place
 *
 * @example
 * await line.messages.push(userId, raw(JSON.parse(stored)))
 */
export const raw = (value: object): JsxElement =>
  createNode(Raw, { value }) as unknown as JsxElement
