/** Distributes children to the properties of the JSON. */
import { Blanks } from '../jsx-runtime/blanks.js'
import { builtIn } from '../jsx-runtime/component.js'
import type { ComponentHost, Leaf } from '../jsx-runtime/component.js'
import { type ElementNode, isElement } from '../jsx-runtime/element.js'
import { isBlank } from '../spec/blank.js'
import type { Slots, Target } from './slots.js'
import { objectInText, wrongChild } from './wrong-child.js'

export type { Slot, Slots } from './slots.js'

/**
 * Gives each child to its slot, and reports those for which there is none.
 *
 * @param target - the JSON that the slots put children into
 */
export function distribute(
  compiler: ComponentHost,
  children: unknown,
  slots: Slots,
  target: object,
): void {
  if (children === undefined || fits(compiler, children, slots, target as Target)) return
  const use = (leaf: Leaf) => place(compiler, leaf, slots, target as Target)
  const blanks = new Blanks(use, slots.blanksAtEdges)
  spread(compiler, children, slots, target as Target, blanks)
  blanks.end()
}

function spread(
  compiler: ComponentHost,
  child: unknown,
  slots: Slots,
  target: Target,
  blanks: Blanks,
): void {
  if (Array.isArray(child)) {
    const length = compiler.enter(child)
    for (let i = 0; i < length; i++) spread(compiler, child[i], slots, target, blanks)
    compiler.leave()
  } else if (!fits(compiler, child, slots, target, blanks))
    compiler.each(child, (leaf) => blanks.take(leaf))
}

/** Puts an element of a built-in component into its slot, as most children are. False for everything else. */
function fits(
  compiler: ComponentHost,
  child: unknown,
  { kinds }: Slots,
  target: Target,
  blanks?: Blanks,
): boolean {
  if (!isElement(child)) return false
  const definition = builtIn(child.type)
  const slot = definition && kinds?.[definition.kind]
  if (!slot) return false
  blanks?.meet(child)
  slot(target, compiler.build(child, definition), compiler)
  return true
}

function place(compiler: ComponentHost, leaf: Leaf, slots: Slots, target: Target): void {
  const { text, json } = slots
  if (typeof leaf === 'string') {
    if (text) text(target, leaf, compiler)
    else if (!isBlank(leaf)) wrongChild(compiler, leaf, slots)
    return
  }
  if (fits(compiler, leaf, slots, target)) return
  const definition = isElement(leaf) ? builtIn(leaf.type) : undefined
  if (isElement(leaf) && definition?.kind !== 'raw') {
    if (leaf.type === 'br' && text) text(target, '\n', compiler)
    else wrongChild(compiler, leaf, slots)
    return
  }
  // Foreign JSON in an element of its own is read like plain JSON.
  const value: object = definition
    ? compiler.build(leaf as ElementNode, definition)
    : valueOf(compiler, leaf, target)
  if (
    text &&
    compiler.parent !== undefined &&
    typeof (value as { type?: unknown }).type !== 'string'
  )
    objectInText(compiler, leaf)
  else if (json) json(target, value, compiler)
  else wrongChild(compiler, value, slots)
}

/** Plain JSON, which is called by its place where messages are wanted. */
function valueOf(compiler: ComponentHost, leaf: object, { messages }: Target): object {
  const name =
    compiler.parent === undefined ? ['messages', (messages as unknown[]).length] : undefined
  // A copy. The `$schema` of a JSON file is for editors.
  const json: { $schema?: unknown } = compiler.value(leaf, name) ?? {}
  delete json.$schema
  return json
}

/** A slot for the text of `text`. */
export const addText: Slots['text'] & object = (target, text) => {
  target['text'] = `${(target['text'] as string | undefined) ?? ''}${text}`
}
