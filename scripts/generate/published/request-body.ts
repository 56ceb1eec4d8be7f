/** The schema of a request body that sends messages. Bodies have no `type`: their other properties show which one is meant. */
import type { Definition } from '../schema.ts'

const has = (...names: string[]): Definition => ({
  anyOf: names.map((name) => ({ required: [name] })),
})
const is = (name: string, schema: Definition): Definition => ({
  required: [name],
  properties: { [name]: schema },
})

/** For each body what shows it, in order. The last one is all others. */
const bodies: readonly [name: string, shows: Definition][] = [
  ['ReplyMessageRequest', has('replyToken')],
  ['PnpTemplatedMessageRequest', has('templateKey')],
  ['MulticastRequest', is('to', { type: 'array' })],
  ['PnpMessagesRequest', is('to', { type: 'string', pattern: '^[0-9a-f]{64}$' })],
  ['PushMessageRequest', has('to', 'customAggregationUnits')],
  ['NarrowcastRequest', has('recipient', 'filter', 'limit')],
]

/** @param rootOf - the schema of a body at the root of a file */
export function requestBody(rootOf: (name: string) => Definition): Definition {
  const roots = [...bodies.map(([name]) => rootOf(name)), rootOf('BroadcastRequest')]
  const [first, ...others] = roots.reverse()
  return {
    type: 'object',
    // For completion, as long as the body is not known.
    properties: Object.fromEntries(roots.flatMap(({ properties = {} }) => hints(properties))),
    ...others.reduce<Definition>(
      (otherwise, then, i) => ({ if: bodies.at(-1 - i)![1], then, else: otherwise }),
      first!,
    ),
  }
}

const user = `U${'8a0fd216'.repeat(4)}`

/** Examples of bodies. */
export const requestExamples = (messages: readonly unknown[]): unknown[] => [
  { to: user, messages },
  { to: [user], messages },
  { messages },
  { replyToken: 'nHuyWiB7yP5Zw52FIkcQobQuGDXCTA', messages },
]

const hints = (properties: Record<string, Definition>): [string, Definition][] =>
  Object.entries(properties).map(([name, { description }]) => [
    name,
    { ...(description && { description }) },
  ])
