/** Advice for a child in a wrong place. It is here because only reports need it: elements become JSON without it. */
import { builtIn, type Kind } from '../jsx-runtime/component.js'
import { isElement } from '../jsx-runtime/element.js'
import { nameOf } from '../jsx-runtime/place.js'
import type { StructureProblem } from '../jsx-runtime/structure-problem.js'

/** Where a kind of child belongs. */
const homes: Partial<Record<Kind, string>> = {
  action: '<Buttons>, <QuickReply> or <Flex.Button>',
  quickReply: 'a message',
  sender: 'a message',
  quickReplyItem: '<QuickReply>',
  mention: '<Text>',
  emoji: '<Text>',
  column: '<Carousel>',
  imageColumn: '<ImageCarousel>',
  imagemapArea: '<Imagemap>',
  imagemapVideo: '<Imagemap>',
  richMenuArea: '<RichMenu>',
  flexContainer: '<Flex.Message>',
  flexHeader: '<Flex.Bubble>',
  flexHero: '<Flex.Bubble>',
  flexBody: '<Flex.Bubble>',
  flexFooter: '<Flex.Bubble>',
  flexComponent: '<Flex.Body> of a <Flex.Bubble>',
  flexVideo: '<Flex.Hero>',
  flexSpan: '<Flex.Text>',
  flexBackground: '<Flex.Box>',
}

/** The same where the parent shows more of what was meant. */
const homesIn: Readonly<Record<string, string>> = {
  'action Carousel': '<Column>',
  'action ImageCarousel': '<ImageColumn>',
  'action Imagemap': '<ImagemapArea>',
  'action RichMenu': '<Area>',
  'action Text': '<QuickReply>',
  'flexContainer Carousel': '<Flex.Carousel>',
  'flexComponent Flex.Bubble': '<Flex.Body>',
}

/** Components that were probably meant, by the child and its parent. */
const twins: Readonly<Record<string, string>> = {
  'Buttons Carousel': '<Column>',
  'Image ImageCarousel': '<ImageColumn>',
  'Area Imagemap': '<ImagemapArea>',
  'ImagemapArea RichMenu': '<Area>',
}

const flexParents = /^Flex\.(?:Box|Header|Hero|Body|Footer|Video)$/

/** The message of a problem, with what was probably meant. */
export function advised({ message, owner, child }: StructureProblem): string {
  if (child === undefined) return message
  const parent = owner ? nameOf(owner.type) : ''
  if (typeof child === 'string')
    return `${message}${flexParents.test(parent) ? inText : builtIn(owner?.type)?.kind === 'action' ? '; write it as `label`' : ''}`
  return isElement(child)
    ? message + advice(nameOf(child.type), builtIn(child.type)?.kind, parent)
    : message
}

const inText = '; put it into <Flex.Text>'

function advice(name: string, kind: Kind | undefined, parent: string): string {
  if (/^[bius]$/.test(name))
    return flexParents.test(parent) ? inText : '; only <Flex.Text> knows styles'
  const twin = twinOf(name, parent)
  if (twin) return `; did you mean ${twin}?`
  const inFlex = kind === 'action' && parent.startsWith('Flex.')
  const home = inFlex ? '<Flex.Button>' : (homesIn[`${kind} ${parent}`] ?? homes[kind!])
  return home ? `; put it into ${home}` : ''
}

/** The component of almost the same name that may be there. */
function twinOf(name: string, parent: string): string | undefined {
  const [, flex, twin] = /^(Flex\.)?(Text|Image|Video|Carousel)$/.exec(name) ?? []
  if (twin && !flex && parent.startsWith('Flex.'))
    return `<Flex.${twin}>${twin !== 'Carousel' && /Bubble|Carousel|Message/.test(parent) ? ' in a <Flex.Body>' : ''}`
  return twin && flex && parent === '' ? `<${twin}>` : twins[`${name} ${parent}`]
}
