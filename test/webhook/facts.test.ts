/** Compares `src/spec/webhook` with what LINE's own description says is sent: schemas, properties, requiredness, words. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { facts } from './facts/index.js'

const root = 'src/spec/webhook/index.ts'
const program = ts.createProgram([root], {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  types: [],
})
const checker = program.getTypeChecker()
const exported = new Map(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(root)!)!)
    .map((symbol) => [symbol.name, symbol]),
)

/** What we call a schema that has another name at LINE. */
const renamed: Record<string, string> = {
  CallbackRequest: 'WebhookBody',
  Event: 'WebhookEvent',
  Emoji: 'ReceivedEmoji',
  Mention: 'ReceivedMention',
  // One interface with the word of `type`: the three differ in nothing else.
  JoinedMembershipContent: 'MembershipContent',
  LeftMembershipContent: 'MembershipContent',
  RenewedMembershipContent: 'MembershipContent',
}

/** Where the description is wider than LINE's documentation, or narrower. `schema.property` → whether it is always there for us. */
const otherwise: Record<string, boolean> = {
  // A chat with one user always names the user, and only there.
  'UserSource.userId': true,
  // Modules are never on standby, but a detached one has been seen without its reason.
  'DetachedModuleContent.reason': false,
  // On standby nothing has a reply token, so it is there with `mode: 'active'` and else absent.
  'MessageEvent.replyToken': false,
  'FollowEvent.replyToken': false,
  'JoinEvent.replyToken': false,
  'MemberJoinedEvent.replyToken': false,
  'VideoPlayCompleteEvent.replyToken': false,
  'BeaconEvent.replyToken': false,
  'MembershipEvent.replyToken': false,
}

/** Every event but these comes from a chat, and says from which. */
const WITHOUT_SOURCE = [
  'Event',
  'AccountLinkEvent',
  'ModuleEvent',
  'BotSuspendedEvent',
  'BotResumedEvent',
  'PnpDeliveryCompletionEvent',
]

const typeOf = (schema: string): ts.Type => {
  const name = renamed[schema] ?? schema
  const symbol = exported.get(name)
  if (!symbol) throw new Error(`src/spec/webhook has no ${name}`)
  return checker.getDeclaredTypeOfSymbol(symbol)
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])

/** The property in each kind of a thing. `undefined` for kinds that do not have it. */
const inAll = (type: ts.Type, property: string) =>
  partsOf(type).map((part) => {
    const symbol = checker.getPropertyOfType(part, property)
    const found = symbol && checker.getTypeOfSymbol(symbol)
    // Declared as absent.
    return found && found.flags & ts.TypeFlags.Undefined ? undefined : symbol
  })

const isOptional = (symbol: ts.Symbol | undefined) =>
  !symbol || Boolean(symbol.flags & ts.SymbolFlags.Optional)

const wordsOf = (type: ts.Type): string[] =>
  partsOf(type)
    .filter((part) => part.isStringLiteral())
    .map((part) => part.value)
    .sort()

describe.each(Object.entries(facts))('%s', (schema, fact) => {
  const { properties = {}, required = [], members, words } = fact

  if (Object.keys(properties).length > 0)
    it('has every property, as sure as LINE is', () => {
      const type = typeOf(schema)
      for (const property of Object.keys(properties)) {
        const found = inAll(type, property)
        const absent = property === 'source' && WITHOUT_SOURCE.includes(schema)
        expect(absent || found.some(Boolean), `${schema}.${property}`).toBe(true)
        const always = !found.some(isOptional)
        const stated = otherwise[`${schema}.${property}`]
        const expected =
          stated ??
          (property === 'source' && schema.endsWith('Event')
            ? !WITHOUT_SOURCE.includes(schema)
            : required.includes(property))
        // Unions of kinds say more than LINE's one schema: then some kinds have it for sure.
        if (always === expected || (partsOf(type).length > 1 && !required.includes(property)))
          continue
        expect({ [`${schema}.${property}`]: always }).toEqual({
          [`${schema}.${property}`]: expected,
        })
      }
    })

  if (members)
    it('has every kind', () => {
      const found = partsOf(typeOf(schema)).flatMap((part) => {
        const symbol = checker.getPropertyOfType(part, 'type')
        return symbol ? wordsOf(checker.getTypeOfSymbol(symbol)) : []
      })
      expect([...new Set(found)]).toEqual(expect.arrayContaining(Object.keys(members)))
      // Not in the description, but in the documentation and in LINE's own SDKs.
      const more = schema === 'Event' ? ['messageEdited'] : []
      expect([...new Set(found)].sort()).toEqual([...Object.keys(members), ...more].sort())
    })

  if (words)
    it('has every word', () => {
      expect(wordsOf(typeOf(schema))).toEqual([...words].sort())
    })

  it('has every word of its properties', () => {
    for (const [property, words] of Object.entries(properties)) {
      if (!Array.isArray(words)) continue
      const found = inAll(typeOf(schema), property).flatMap((symbol) =>
        symbol ? wordsOf(checker.getTypeOfSymbol(symbol)) : [],
      )
      expect([...new Set(found)].sort(), `${schema}.${property}`).toEqual([...words].sort())
    }
  })
})
