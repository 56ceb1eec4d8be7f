/** Renders expected messages with the context that the bot's components get. */
import type { Context } from '../jsx-runtime/types.js'
import { compile, type Renderable } from '../render/index.js'
import type { Message } from '../spec/index.js'
import type { Receiver } from './receiver.js'

/** The first property that was read from a context that is not known. */
interface FirstRead {
  property?: string
}

/**
 * The expected messages as JSON.
 * @throws {TypeError} when a component reads its context, and there is none
 */
export function compileExpected(
  node: Renderable,
  { context: known, name }: Receiver,
  options: { context?: Context } | undefined,
): Message[] {
  const context = options?.context ?? known
  if (context) return compile(node, { context })
  const first: FirstRead = {}
  try {
    return compile(node, { context: unknownContext(first) })
  } catch (error) {
    if (first.property === undefined) throw error
    throw new TypeError(
      `A component reads ${JSON.stringify(first.property)} from its context (its second argument), but the context is not known: ` +
        `the bot has not answered ${name} with one, or it is not a bot of createBot in this process. ` +
        'Pass it: toHaveReceived(<X />, { context: { … } }), or { context: {} } for none.',
    )
  }
}

/** A context that must not be read. */
function unknownContext(first: FirstRead): Context {
  const read = (property: string | symbol): never => {
    first.property ??= String(property)
    throw new TypeError(`The context is not known, so it has no ${String(property)}.`)
  }
  return new Proxy<Context>(
    {},
    {
      get: (_, property) => (typeof property === 'symbol' ? undefined : read(property)),
      has: (_, property) => read(property),
      ownKeys: () => read('its properties'),
      getOwnPropertyDescriptor: (_, property) => read(property),
    },
  )
}
