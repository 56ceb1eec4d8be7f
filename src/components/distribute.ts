/** Children that are text, and children that stand beside text. */
import { builtIn, type Kind } from '../jsx-runtime/component.js'
import type { Compiler } from '../jsx-runtime/compiler.js'
import { isElement } from '../jsx-runtime/element.js'
import { nameOf } from '../jsx-runtime/place.js'

/** What a component takes as children: text, elements by what they become, plain JSON. */
export interface Slots {
  text?: (text: string) => void
  kinds?: Partial<Record<Kind, (json: object) => void>>
  /** Plain JSON; gives false for what cannot stand here. */
  json?: (json: object) => boolean
}

const kindNames: Partial<Record<Kind, string>> = {
  message: 'messages',
  action: 'actions such as <Postback> or <Uri>',
  quickReply: '<QuickReply>',
  quickReplyItem: '<QuickReplyItem>',
  sender: '<Sender>',
  mention: '<Mention>',
  emoji: '<Emoji>',
  column: '<Column>',
  imageColumn: '<ImageColumn>',
  imagemapArea: '<ImagemapArea>',
  imagemapVideo: '<ImagemapVideo>',
  richMenuArea: '<Area>',
  flexContainer: '<Flex.Bubble> or <Flex.Carousel>',
  flexHeader: '<Flex.Header>',
  flexHero: '<Flex.Hero>',
  flexBody: '<Flex.Body>',
  flexFooter: '<Flex.Footer>',
  flexComponent: 'Flex components such as <Flex.Box> or <Flex.Text>',
  flexVideo: '<Flex.Video>',
  flexSpan: '<Flex.Span>',
  flexBackground: '<Flex.LinearGradient>',
}

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`

function takes({ text, kinds = {} }: Slots): string {
  const names = Object.keys(kinds)
    .map((kind) => kindNames[kind as Kind])
    .filter((name) => name !== undefined)
  const all = text ? ['text', ...names] : names
  return all.length > 0 ? `it takes ${listed(all)}` : 'it takes no children'
}

/** Gives each child to its slot, and reports those for which there is none. */
export function distribute(
  compiler: Compiler,
  parent: string,
  children: unknown,
  slots: Slots,
): void {
  const { text, kinds = {}, json } = slots
  const wrong = (child: string) =>
    compiler.report('wrong_child', `<${parent}> cannot hold ${child}; ${takes(slots)}`, {
      actual: child,
    })
  compiler.each(children, (leaf) => {
    if (typeof leaf === 'string') {
      if (text) text(leaf)
      else if (leaf.trim() !== '') wrong(`the text ${JSON.stringify(leaf)}`)
      return
    }
    if (!isElement(leaf)) {
      if (!json?.(compiler.value(leaf) as object)) wrong(`plain JSON of ${typeNamed(leaf)}`)
      return
    }
    const definition = builtIn(leaf.type)
    if (definition) {
      const slot = kinds[definition.kind]
      if (slot) slot(compiler.build(leaf, definition))
      // Foreign JSON in an element of its own is read like plain JSON.
      else if (definition.kind !== 'raw' || !json?.(compiler.build(leaf, definition)))
        wrong(`<${definition.name}>`)
    } else if (leaf.type === 'br' && text) text('\n')
    else wrong(`<${nameOf(leaf.type)}>`)
  })
}

const typeNamed = (json: object) => {
  const { type } = json as { type?: unknown }
  return typeof type === 'string' ? `type ${JSON.stringify(type)}` : 'no type'
}
