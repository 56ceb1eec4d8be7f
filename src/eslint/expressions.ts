/** Expressions and their values. */
import { type Node, syntax } from './syntax.js'

/** The result of a call; undefined if it throws, as builders do for methods that they do not have. */
export function attempt(call: () => unknown): unknown {
  try {
    return call()
  } catch {
    return undefined
  }
}

/** A function of the builders. */
export type Factory = (...values: readonly unknown[]) => unknown

/** True for what can be a part of a text. */
export const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number'

/** The expression in braces, or the node itself. */
export const unwrapped = (node: Node): Node => {
  const read = syntax(node)
  return read.type === 'JSXExpressionContainer' ? read.expression : node
}

/** The expressions that a function returns. */
export function returned(node: Node): Node[] {
  const read = syntax(node)
  switch (read.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return read.body.type === 'BlockStatement' ? returned(read.body) : [read.body]
    case 'BlockStatement':
      return read.body.flatMap(returned)
    case 'IfStatement':
      return [read.consequent, ...(read.alternate ? [read.alternate] : [])].flatMap(returned)
    case 'ReturnStatement':
      return read.argument ? [read.argument] : []
    default:
      return []
  }
}
