/** Elements → messages, without asking whether LINE will take them. */
import { type MessageNode, readMessages } from '../components/messages-of.js'
import { Compiler } from '../jsx-runtime/compiler.js'
import { StructureError } from '../jsx-runtime/errors.js'
import type { Context } from '../jsx-runtime/types.js'
import type { Message } from '../spec/message.js'
import { Origins } from './locate.js'

/** Messages, and what is known of how they came about. */
export interface Compiled {
  messages: Message[]
  compiler: Compiler
  /** Finds out which element each part of the messages comes from, by compiling once more. */
  trace: () => Origins
}

const compiled = (compiler: Compiler, node: unknown, messages: Message[]): Compiled => ({
  messages,
  compiler,
  trace: () => {
    const again = compiler.again()
    return new Origins(again, { messages: readMessages(again, node) })
  },
})

/** Compiles once, synchronously. */
export function compileSync(node: unknown, context: Context | undefined): Compiled {
  const compiler = new Compiler(context ?? {})
  return compiled(compiler, node, readMessages(compiler, node))
}

/** Compiles again and again until nothing is left to wait for. No component is called twice. */
export async function compileAsync(node: unknown, context: Context | undefined): Promise<Compiled> {
  const results = new Map<object, unknown>()
  for (;;) {
    const compiler = new Compiler(context ?? {}, results)
    const messages = readMessages(compiler, node)
    if (compiler.pending.length === 0) return compiled(compiler, node, messages)
    await Promise.all(compiler.pending)
  }
}

/**
 * Turns a tree into messages, checking its structure only: children that cannot stand where they stand are errors, all else
 * is as written.
 *
 * @throws {@link StructureError} for children in wrong places, `AsyncComponentError`, `ComponentError`
 *
 * @example
 * compile(<Text>hi</Text>) // [{ type: 'text', text: 'hi' }]
 */
export function compile(node: MessageNode, { context }: { context?: Context } = {}): Message[] {
  const { messages, compiler } = compileSync(node, context)
  const errors = compiler.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new StructureError(errors)
  return messages
}
