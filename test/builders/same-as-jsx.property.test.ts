import { text } from 'fukidashi/builders'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AnyBuilder,
  call,
  componentOf,
  element,
  everyFactory,
  type Factory,
  jsonOf,
} from './every-factory.js'

/** A builder, and the props that JSX would have for it. */
interface Twin {
  builder: unknown
  jsx: unknown
}

type Calls = readonly (readonly [method: string, values: readonly Twin[]])[]

const plain = fc
  .oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(undefined),
    fc.constant(null),
    fc.record({ type: fc.constantFrom('text', 'postback', 'bubble'), text: fc.string() }),
  )
  .map((value): Twin => ({ builder: value, jsx: value }))

/** Any tree of builders, with the same tree of JSX beside it. */
const { twin } = fc.letrec<{ twin: Twin; value: Twin }>((tie) => ({
  twin: fc
    .constantFrom(...everyFactory)
    .chain((factory) => calls(factory, tie('value')).map(twins(factory))),
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    plain,
    tie('twin'),
    fc.array(tie('value'), { maxLength: 3 }).map(both((values) => values)),
  ),
}))

function calls({ methods }: Factory, value: fc.Arbitrary<Twin>): fc.Arbitrary<Calls> {
  const { one, flags, many } = methods
  const methodsOf = (names: readonly string[], values: fc.Arbitrary<Twin[]>) =>
    names.length > 0 ? [fc.tuple(fc.constantFrom(...names), values)] : []
  const kinds = [
    ...methodsOf(one, fc.tuple(value)),
    ...methodsOf(flags, fc.array(plain, { maxLength: 1 })),
    ...methodsOf(many, fc.array(value, { maxLength: 3 })),
  ]
  return fc.array(fc.oneof(...kinds), { maxLength: 5 })
}

function twins(factory: Factory) {
  return (calls: Calls): Twin => {
    let builder: AnyBuilder = factory.make()
    const props: Record<string, unknown> = {}
    for (const [method, values] of calls) {
      builder = call(builder, method, ...values.map((value) => value.builder))
      const given = values.map(({ jsx }) => jsx)
      if (factory.methods.flags.includes(method))
        props[method] = given.length === 0 ? true : given[0]
      else if (!factory.methods.many.includes(method)) props[method] = given[0]
      else
        props[method] = [
          ...((props[method] ?? []) as unknown[]),
          ...given.flat(Infinity).filter((value) => isItem(method, value)),
        ]
    }
    return { builder, jsx: element(componentOf(factory), props) }
  }
}

/** Tests whether a list method keeps a value. Components decide about empty children themselves. */
function isItem(method: string, value: unknown): boolean {
  if (value === '') return method === 'children'
  return value !== null && value !== undefined && typeof value !== 'boolean'
}

function both(make: (values: unknown[]) => unknown) {
  return (values: readonly Twin[]): Twin => ({
    builder: make(values.map(({ builder }) => builder)),
    jsx: make(values.map(({ jsx }) => jsx)),
  })
}

describe('any calls on any builder', () => {
  it('compile to the same JSON as the same props in JSX, or fail for the same reason', () => {
    fc.assert(
      fc.property(twin, ({ builder, jsx }) => {
        expect(jsonOf(builder)).toBe(jsonOf(jsx))
      }),
      { numRuns: 2000 },
    )
  })

  it('do not change the builder that they are called on', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (first, more) => {
        const start = text(first)
        const before = jsonOf(start)
        more.reduce((builder, part) => builder.children(part).quoteToken(part), start)
        expect(jsonOf(start)).toBe(before)
        expect(jsonOf(text(first))).toBe(before)
      }),
    )
  })
})
