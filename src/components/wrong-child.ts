/** What reports say of a child in a wrong place: what it is, what is permitted there, and where it belongs. */
import { builtIn, type ComponentHost, type Kind, type Leaf } from '../jsx-runtime/component.js'
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
  report(compiler, message + advice(parent, leaf, slots), leaf, child)
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

/** Where a kind of child belongs, by the parent in which it was found; `Flex.` for other parents in Flex, `''` for all others. */
const homes: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  action: {
    'Flex.': '<Flex.Button>',
    Carousel: '<Column>',
    ImageCarousel: '<ImageColumn>',
    Imagemap: '<ImagemapArea>',
    RichMenu: '<Area>',
    Text: '<QuickReply>',
    '': '<Buttons>, <QuickReply> or <Flex.Button>',
  },
  quickReply: { '': 'a message' },
  sender: { '': 'a message' },
  quickReplyItem: { '': '<QuickReply>' },
  mention: { '': '<Text>' },
  emoji: { '': '<Text>' },
  column: { '': '<Carousel>' },
  imageColumn: { '': '<ImageCarousel>' },
  imagemapArea: { '': '<Imagemap>' },
  imagemapVideo: { '': '<Imagemap>' },
  richMenuArea: { '': '<RichMenu>' },
  flexContainer: { Carousel: '<Flex.Carousel>', '': '<Flex.Message>' },
  flexHeader: { '': '<Flex.Bubble>' },
  flexHero: { '': '<Flex.Bubble>' },
  flexBody: { '': '<Flex.Bubble>' },
  flexFooter: { '': '<Flex.Bubble>' },
  flexComponent: { 'Flex.Bubble': '<Flex.Body>', '': '<Flex.Body> of a <Flex.Bubble>' },
  flexVideo: { '': '<Flex.Hero>' },
  flexSpan: { '': '<Flex.Text>' },
  flexBackground: { '': '<Flex.Box>' },
}

const actions = /^(?:Postback|Uri|.+Action|.+Picker|Clipboard|Camera(?:Roll)?|RichMenuSwitch)$/

/** What was probably meant. */
function advice(parent = '', leaf: Leaf, { kinds }: Slots): string {
  const name = isElement(leaf) ? nameOf(leaf.type) : ''
  const isStyle = /^[bius]$/.test(name)
  if ((isStyle || typeof leaf === 'string') && kinds?.flexComponent)
    return '; put it into <Flex.Text>'
  if (isStyle) return '; only <Flex.Text> knows styles'
  if (typeof leaf === 'string') return actions.test(parent) ? '; write it as `label`' : ''
  const inFlex = parent.startsWith('Flex.')
  const twin = twinOf(name, parent, inFlex)
  if (twin) return `; did you mean ${twin}?`
  const places = homes[(isElement(leaf) && builtIn(leaf.type)?.kind) as Kind]
  const home = places?.[parent] ?? (inFlex ? places?.['Flex.'] : undefined) ?? places?.['']
  return home ? `; put it into ${home}` : ''
}

const twins: Readonly<Record<string, string>> = {
  'Buttons Carousel': '<Column>',
  'Image ImageCarousel': '<ImageColumn>',
  'Area Imagemap': '<ImagemapArea>',
  'ImagemapArea RichMenu': '<Area>',
}

/** The component of almost the same name that may stand there. */
function twinOf(name: string, parent: string, inFlex: boolean): string | undefined {
  const [, flex, twin] = /^(Flex\.)?(Text|Image|Video|Carousel)$/.exec(name) ?? []
  if (twin && inFlex && !flex)
    return `<Flex.${twin}>${twin !== 'Carousel' && /Bubble|Carousel|Message/.test(parent) ? ' in a <Flex.Body>' : ''}`
  return twin && flex && parent === '' ? `<${twin}>` : twins[`${name} ${parent}`]
}
