/** The table of components knows every type that the spec knows. */
import { expect, it } from 'vitest'
import { type Definitions, readSpec } from '../../scripts/generate/schema.ts'
import { tableProblems } from '../../scripts/generate/table.ts'

const all = readSpec('tsconfig.json')
const ref = (name: string) => ({ $ref: `#/definitions/${name}` })

/** The spec with one definition more or other. */
const withDefinition = (name: string, definition: Definitions[string]): Definitions => ({
  ...all,
  [name]: definition,
})

const poll: Definitions[string] = {
  type: 'object',
  properties: { type: { type: 'string', const: 'poll' } },
}

it('has a row for everything in the spec', () => {
  expect(tableProblems(all)).toEqual([])
})

it.each([
  'Message',
  'Template',
  'Action',
  'QuickReplyAction',
  'FlexContainer',
  'FlexComponent',
  'FlexBoxContent',
  'FlexHero',
  'FlexBackground',
  'Substitution',
  'ImagemapAction',
  'RichMenuAction',
])('names a new type of %s that no component makes', (union) => {
  const { oneOf = [all[union]!] } = all[union]!
  const grown: Definitions = {
    ...withDefinition(union, { oneOf: [...oneOf, ref('PollThing')] }),
    PollThing: poll,
  }
  expect(tableProblems(grown)).toEqual([
    'src/spec has PollThing (type "poll"), and no component makes it: add a row to src/components/table.ts',
  ])
})

it('reports a new type that has no name of its own', () => {
  const message = all['StickerMessage']!
  const properties = { ...message.properties, extra: { type: 'array', items: poll } }
  expect(tableProblems(withDefinition('StickerMessage', { ...message, properties }))).toEqual([
    expect.stringMatching(/^StickerMessage\.extra in src\/spec has an object with a type/),
  ])
})

it('reports a row with a definition or property that the spec does not have', () => {
  const { CouponMessage: _, ...without } = all
  const { oneOf = [] } = all['Message']!
  without['Message'] = {
    ...all['Message'],
    oneOf: oneOf.filter(({ $ref }) => !$ref!.endsWith('/CouponMessage')),
  }
  expect(tableProblems(without)).toEqual([
    '<Coupon> makes CouponMessage, which src/spec does not have',
  ])

  const column = all['CarouselColumn']!
  const { actions: __, ...properties } = column.properties!
  expect(tableProblems(withDefinition('CarouselColumn', { ...column, properties }))).toEqual([
    'the row of <Column> in src/components/table.ts names actions[], which CarouselColumn of src/spec does not have',
  ])
})
