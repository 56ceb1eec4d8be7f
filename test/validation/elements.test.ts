/** Every case of the corpus that elements can say, as elements: the same JSON, and the same problems. */
import { describe, expect, it } from 'vitest'
import { compile, type Message, type Problem } from 'fukidashi'
import { type Case, corpus } from '../fixtures/messages/index.ts'
import { foundAsWanted, wanted } from '../support/problems.ts'
import { toBuilder } from '../support/to-builders.ts'
import { elementsIn } from '../support/to-elements.ts'
import { type AnyKind, validateAny } from '../support/validate-any.ts'

const children = elementsIn('children')
const props = elementsIn('props')
const ways: Record<string, (value: unknown, as: AnyKind) => unknown> = {
  'JSX with children': children,
  'JSX with props': props,
  builders: toBuilder,
}
const isMessage = (as: Case['as']) =>
  as === undefined || as === 'message' || as === 'messages' || as === 'imagemap'

/** Elements know how many messages they are, so the paths of their problems start at the first. */
const likeJson = (problems: readonly Problem[], { as = 'message', value }: Case): Problem[] =>
  isMessage(as) && !(as === 'messages' && Array.isArray(value))
    ? problems.map((problem) => ({
        ...problem,
        path: problem.path.replace(/^messages\[0\]\.?/, ''),
      }))
    : [...problems]

describe.each(Object.entries(ways))('%s', (_way, convert) => {
  const sayable = ([kind, cases]: [string, Case[]]): [string, Case[]] => [
    kind,
    cases.filter(
      (each) =>
        each.jsonOnly === undefined && convert(each.value, each.as ?? 'message') !== undefined,
    ),
  ]
  // Narrowcasts and the like have no elements at all.
  const kinds = Object.entries(corpus)
    .map(sayable)
    .filter(([, cases]) => cases.length > 0)
  describe.each(kinds)('%s', (_kind, cases) => {
    it.each(cases)('$name', (each) => {
      const { as = 'message', options, value, problems } = each
      const element = convert(value, as)
      const found = validateAny(element, { as, ...options })
      expect(foundAsWanted(likeJson(found, each), problems)).toEqual(wanted(problems))
      const json: unknown = isMessage(as)
        ? compile(element as Message)
        : JSON.parse(JSON.stringify(element))
      expect(json).toEqual(isMessage(as) ? [value].flat() : value)
    })
  })
})

it.each(Object.entries(ways))('%s say most of the corpus', (_way, convert) => {
  const cases = Object.values(corpus).flat()
  const said = cases.filter(({ value, as = 'message' }) => convert(value, as) !== undefined)
  expect(said.length / cases.length).toBeGreaterThan(0.85)
})
