/** A text of the second version as the children of `<Text>`. */
import { Emoji, Mention } from '../components/index.js'
import { isJson, type Json } from './find.js'

type Make = (component: unknown, props: Json) => unknown

/** Texts, mentions and emoji in their order; undefined if `<Text>` would name their places differently. */
export function textParts(text: unknown, substitution: unknown, make: Make): unknown[] | undefined {
  if (typeof text !== 'string' || !isJson(substitution)) return undefined
  const keys: string[] = []
  const parts = text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const key = /^\{(\w+)\}$/.exec(part)?.[1]
      if (key === undefined) return /[{}]/.test(part) ? undefined : part
      keys.push(key)
      const value = Object.hasOwn(substitution, key) ? substitution[key] : undefined
      // `<Text>` numbers them as they come.
      return isJson(value) && key === `${String(value['type'])}${keys.length}`
        ? substituted(value, make)
        : undefined
    })
  const isWhole = keys.length > 0 && Object.keys(substitution).join() === keys.join()
  return isWhole && !parts.includes(undefined) ? parts : undefined
}

function substituted({ type, ...rest }: Json, make: Make): unknown {
  if (type === 'emoji') return make(Emoji, rest)
  const { mentionee, ...others } = rest
  if (type !== 'mention' || !isJson(mentionee) || Object.keys(others).length > 0) return undefined
  const { type: who, ...target } = mentionee
  if (who === 'all' && Object.keys(target).length === 0) return make(Mention, { all: true })
  if (who === 'user' && Object.keys(target).join() === 'userId') return make(Mention, target)
  return undefined
}
