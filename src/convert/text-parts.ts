/** A text of the second version as the children of `<Text>`. */
import { isJson, type Json } from './find.js'

/**
 * Texts and substitutions in their order; undefined if `<Text>` would name their places differently.
 *
 * @param element - makes the element of a substitution; undefined if there is none
 */
export function textParts(
  text: unknown,
  substitution: unknown,
  element: (json: Json) => unknown,
): unknown[] | undefined {
  if (typeof text !== 'string' || !isJson(substitution)) return undefined
  const parts: unknown[] = []
  const keys: string[] = []
  let run = ''
  for (const token of text.split(/(\{\{|\}\}|\{\w+\})/)) {
    const key = /^\{(\w+)\}$/.exec(token)?.[1]
    if (key === undefined) {
      const isEscaped = token === '{{' || token === '}}'
      if (!isEscaped && /[{}]/.test(token)) return undefined
      run += isEscaped ? token[0]! : token
      continue
    }
    keys.push(key)
    const json = Object.hasOwn(substitution, key) ? substitution[key] : undefined
    // `<Text>` numbers them as they come.
    const part =
      isJson(json) && key === `${String(json['type'])}${keys.length}` ? element(json) : undefined
    if (part === undefined) return undefined
    if (run !== '') parts.push(run)
    run = ''
    parts.push(part)
  }
  if (run !== '') parts.push(run)
  const isWhole = keys.length > 0 && Object.keys(substitution).sort().join() === keys.sort().join()
  return isWhole ? parts : undefined
}

/** Props of `<Emoji>` or `<Mention>` for a substitution; undefined if neither makes it. */
export function substitutionProps({
  type,
  ...rest
}: Json): { component: 'Emoji' | 'Mention'; props: Json } | undefined {
  if (type === 'emoji') return { component: 'Emoji', props: rest }
  const { mentionee, ...others } = rest
  if (type !== 'mention' || !isJson(mentionee) || Object.keys(others).length > 0) return undefined
  const { type: who, ...target } = mentionee
  if (who === 'all' && Object.keys(target).length === 0)
    return { component: 'Mention', props: { all: true } }
  if (who === 'user' && Object.keys(target).join() === 'userId')
    return { component: 'Mention', props: target }
  return undefined
}
