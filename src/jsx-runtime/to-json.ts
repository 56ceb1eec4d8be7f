/** An element by itself as JSON, for `JSON.stringify` and tests. */
import { Compiler } from './compiler.js'
import type { ElementNode } from './element.js'
import { StructureError } from './errors.js'

/** The one JSON value of an element. Throws for asynchronous components and for what is not one value. */
export function toJson(element: ElementNode): unknown {
  const compiler = new Compiler({})
  const json = compiler.read(element, () => compiler.single(element))
  const errors = compiler.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new StructureError(errors)
  return json
}
