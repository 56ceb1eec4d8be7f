/** Distributes children to the properties of the JSON. */
import { builtIn, type Kind } from '../jsx-runtime/component.js'
import type { ComponentHost, Leaf } from '../jsx-runtime/component.js'
import { isElement } from '../jsx-runtime/element.js'
import { nameOf } from '../jsx-runtime/place.js'

/** The JSON that children are put into. */
type Target = Record<string, unknown>

/** Puts the JSON of a child where it belongs. */
export type Slot = (target: Target, json: object, compiler: ComponentHost) => void

/** The children that a component takes: text, elements by their kind, plain JSON. Created once for each component, not for each use. */
export interface Slots {
  text?: ((target: Target, text: string, compiler: ComponentHost) => void) | undefined
  kinds?: Partial<Record<Kind, Slot>>
  /** Where plain JSON goes. */
  json?: Slot | undefined
}

/** How kinds are called that are not called like their component. */
const kindNames: Partial<Record<Kind, string>> = {
  message: 'messages',
  action: 'actions such as <Postback> or <Uri>',
  richMenuArea: '<Area>',
  flexContainer: '<Flex.Bubble> or <Flex.Carousel>',
  flexComponent: 'Flex components such as <Flex.Box> or <Flex.Text>',
  flexBackground: '<Flex.LinearGradient>',
}

/** `quickReply` is `<QuickReply>`, and `flexHeader` is `<Flex.Header>`. */
const kindName = (kind: string): string =>
  kindNames[kind as Kind] ??
  `<${kind.replace(/^flex/, 'Flex.').replace(/^./, (letter) => letter.toUpperCase())}>`

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`

function takes({ text, kinds = {} }: Slots): string {
  const names = Object.keys(kinds).map(kindName)
  const all = text ? ['text', ...names] : names
  return all.length > 0 ? `it takes ${listed(all)}` : 'it takes no children'
}

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
  if (Array.isArray(children)) {
    const length = compiler.enter(children)
    for (let i = 0; i < length; i++) distribute(compiler, children[i], slots, target)
    compiler.leave()
  } else put(compiler, children, slots, target as Target)
}

function put(compiler: ComponentHost, child: unknown, slots: Slots, target: Target) {
  // Most children are elements that fit, or nothing.
  if (isElement(child)) {
    const definition = builtIn(child.type)
    const slot = definition && slots.kinds?.[definition.kind]
    if (slot) {
      slot(target, compiler.build(child, definition), compiler)
      return
    }
  } else if (child === undefined || child === false || child === null) return
  compiler.each(child, (leaf) => place(compiler, leaf, slots, target))
}

function place(compiler: ComponentHost, leaf: Leaf, slots: Slots, target: Target): void {
  const { parent } = compiler
  const { text, kinds, json } = slots
  const wrong = (child: string) =>
    compiler.report(
      'wrong_child',
      (parent === undefined
        ? `${child} cannot be sent by itself, only ${takes(slots).slice(9)}`
        : `<${parent}> cannot hold ${child}; ${takes(slots)}`) + advice(parent, leaf),
      { actual: child, child: leaf },
    )
  if (typeof leaf === 'string') {
    if (text) text(target, leaf, compiler)
    else if (leaf.trim() !== '') wrong(`the text ${JSON.stringify(leaf)}`)
    return
  }
  if (!isElement(leaf)) {
    if (json) json(target, valueOf(compiler, leaf, target), compiler)
    else wrong(`plain JSON of ${typeNamed(leaf)}`)
    return
  }
  const definition = builtIn(leaf.type)
  if (!definition) {
    if (leaf.type === 'br' && text) text(target, '\n', compiler)
    else wrong(`<${nameOf(leaf.type)}>`)
    return
  }
  // Foreign JSON in an element of its own is read like plain JSON.
  const slot = definition.kind === 'raw' ? json : kinds?.[definition.kind]
  if (slot) slot(target, compiler.build(leaf, definition), compiler)
  else wrong(`<${definition.name}>`)
}

/** Plain JSON, which is called by its place where messages are wanted. */
function valueOf(compiler: ComponentHost, leaf: object, { messages }: Target): object {
  const name =
    compiler.parent === undefined ? ['messages', (messages as unknown[]).length] : undefined
  return compiler.value(leaf, name) ?? {}
}

/** The component that was probably meant. */
function advice(parent: string | undefined, leaf: Leaf): string {
  if (!isElement(leaf)) return ''
  const name = nameOf(leaf.type)
  if (/^[bius]$/.test(name)) return '; only <Flex.Text> knows styles'
  const twin = /^(Flex\.)?(Text|Image|Video)$/.exec(name)
  if (!twin || (parent && !parent.startsWith('Flex.'))) return ''
  return `; did you mean <${twin[1] ? '' : 'Flex.'}${twin[2]!}>?`
}

const typeNamed = (json: object) => {
  const { type } = json as { type?: unknown }
  return typeof type === 'string' ? `type ${JSON.stringify(type)}` : 'no type'
}

/** A slot for the text of `text`. */
export const addText: Slots['text'] & object = (target, text) => {
  target['text'] = `${(target['text'] as string | undefined) ?? ''}${text}`
}
