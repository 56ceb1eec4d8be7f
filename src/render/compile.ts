/** Elements → messages, without asking whether LINE will take them. */
import type { AbortSignalLike } from '../common/abort.js'
import type { Renderable } from '../components/children.js'
import { readMessages } from '../components/messages-of.js'
import type { RootCall } from '../jsx-runtime/calls.js'
import { Compiler } from '../jsx-runtime/compiler.js'
import type { RenderScope } from '../common/render-scope.js'
import { silence } from '../jsx-runtime/promises.js'
import { createNode } from '../jsx-runtime/jsx.js'
import { nameOf } from '../jsx-runtime/place.js'
import { StructureError } from '../jsx-runtime/errors.js'
import type { Context } from '../jsx-runtime/types.js'
import type { Message } from '../spec/message.js'
import { shape } from '../spec/shape.js'
import { checkNames } from '../validation/index.js'
import { advised } from './advice.js'
import { Origins } from './locate.js'
import { untilAborted } from './until-aborted.js'

/** Messages, and what is known of how they came about. */
export interface Compiled {
  messages: Message[]
  compiler: Compiler
  /** Finds out which element each part of the messages comes from, by compiling once more. */
  trace: () => Origins
}

const compiled = (compiler: Compiler, node: unknown): Compiled => {
  const read = (by: Compiler) => by.read(node, () => readMessages(by, node)) ?? []
  return {
    messages: read(compiler),
    compiler,
    trace: () => {
      const again = compiler.again()
      return new Origins(again, { messages: read(again) })
    },
  }
}

/** A function of the context, as a component: the context is its second argument. A component that is not called stays a mistake. */
const treeOf = (node: unknown): unknown =>
  typeof node === 'function' && (!node.name || !/^[A-Z]/.test(nameOf(node)))
    ? createNode(
        (_: object, context: Context) => (node as (context: Context) => unknown)(context),
        {},
      )
    : node

/** Compiles once, synchronously. */
export function compileSync(node: unknown, context: Context | undefined): Compiled {
  return compiled(new Compiler(context ?? {}), treeOf(node))
}

/** The root of a tree in which promises are waited for. */
function waiting(scope: RenderScope): RootCall {
  const root: RootCall = {
    scope,
    wait(call, promise, named) {
      // Not by `resolve(value)`, which would follow a thenable that gives itself for ever.
      const settled = new Promise<void>((resolve, reject) => {
        promise.then((value) => {
          call.value = value
          call.pending = undefined
          if (root.ended) silence(value)
          resolve()
        }, reject)
      })
      call.pending = settled.catch((error: unknown) => {
        throw named(error)
      })
      silence(call.pending)
    },
  }
  return root
}

/** So many times the parts of the largest value are read in all rounds together. */
const rounds = 10

/** Compiles until there is nothing left to wait for. */
export const compileAsync = (
  node: unknown,
  context: Context | undefined,
  signal: AbortSignalLike | undefined,
  scope: RenderScope,
): Promise<Compiled> => settled(treeOf(node), context, signal, compiled, scope)

/**
 * Compiles again until there is nothing left to wait for. No component is called twice. Rejects with the signal's reason when it
 * is aborted.
 *
 * @param compileBy - reads the tree once
 * @param scope - passed to deferred values
 */
export async function settled<T>(
  node: unknown,
  context: Context | undefined,
  signal: AbortSignalLike | undefined,
  compileBy: (compiler: Compiler, node: unknown) => T,
  scope: RenderScope,
): Promise<T> {
  const root = waiting(scope)
  for (let parts = 0; ;) {
    const compiler = new Compiler(context ?? {}, root)
    const done = compileBy(compiler, node)
    const { pending } = compiler
    parts += compiler.parts
    if (pending.length > 0 && parts > shape.nodes * rounds) compiler.stop('too_many')
    if (pending.length === 0 || compiler.stopped) return done
    try {
      await untilAborted(Promise.all(pending), signal)
    } catch (error) {
      compiler.end()
      throw error
    }
  }
}

/**
 * Turns a tree into messages and checks its structure only: children in wrong places are errors, everything else is as written.
 *
 * @throws {StructureError} for children in wrong places
 * @throws {OptionError} for an option with an unknown name
 * @throws {AsyncComponentError} when a component is asynchronous
 * @throws {ComponentError} when a component throws
 *
 * @example
 * compile(<Text>hi</Text>) // [{ type: 'text', text: 'hi' }]
 */
export function compile(node: Renderable, options: { context?: Context } = {}): Message[] {
  checkNames(options, ['context'])
  const { messages, compiler } = compileSync(node, options.context)
  const errors = compiler.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new StructureError(errors.map((problem) => ({ ...problem, message: advised(problem) })))
  return messages
}
