/** Reports of a child in a wrong place: what it is, and what is permitted there. `src/render/advice.ts` adds advice. */
import type { ComponentHost, Kind, Leaf } from '../jsx-runtime/component.js'
import { isElement } from '../jsx-runtime/element.js'
import { nameOf } from '../jsx-runtime/place.js'
import type { Slots } from './slots.js'

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

const inWords = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`

function permitted({ text, kinds = {} }: Slots): string {
  const names = Object.keys(kinds).map(kindName)
  return inWords(text ? ['text', ...names] : names)
}

/**
 * Reports a child for which there is no slot.
 *
 * @param takes - the permitted children in words
 */
export function wrongChild(
  compiler: ComponentHost,
  leaf: Leaf,
  slots: Slots,
  takes: string = permitted(slots),
): void {
  const { parent } = compiler
  const child = called(leaf)
  const message =
    parent === undefined
      ? `${child} cannot be sent by itself, only ${takes}`
      : `<${parent}> cannot hold ${child}; it takes ${takes || 'no children'}`
  report(compiler, message, leaf, child)
}

/** Reports an object among texts, which is most often a value of which one property was meant. */
export function objectInText(compiler: ComponentHost, leaf: object): void {
  const message = `<${compiler.parent!}> cannot hold an object; print a property of it, such as {item.name}`
  report(compiler, message, leaf, 'an object')
}

const report = (compiler: ComponentHost, message: string, leaf: Leaf, actual: string) =>
  compiler.report('wrong_child', message, { actual, child: leaf })

function called(leaf: Leaf): string {
  if (typeof leaf === 'string')
    return `the text ${JSON.stringify(leaf.length > 60 ? `${leaf.slice(0, 57)}…` : leaf)}`
  if (isElement(leaf)) return `<${nameOf(leaf.type)}>`
  const { type } = leaf as { type?: unknown }
  return `plain JSON of ${typeof type === 'string' ? `type ${JSON.stringify(type)}` : 'no type'}`
}
