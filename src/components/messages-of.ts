/** The messages of a tree: texts, bare Flex containers, templates and plain JSON become messages too. */
import { isObject } from '../common/json.js'
import type { ComponentHost } from '../jsx-runtime/component.js'
import { isBlank } from '../spec/blank.js'
import type { FlexContainer } from '../spec/flex/index.js'
import type { Message } from '../spec/message.js'
import type { Template } from '../spec/template.js'
import { deriveAltText } from './alt-text.js'
import { distribute, type Slot, type Slots } from './distribute.js'

/** The messages of a tree. Texts become text messages; bubbles, carousels and templates get the message around them. */
export function readMessages(compiler: ComponentHost, node: unknown): Message[] {
  const holder: { messages: Message[] } = { messages: [] }
  distribute(compiler, node, slots, holder)
  return holder.messages
}

const add: Slot = (target, message) => void (target['messages'] as object[]).push(message)

const wrap =
  (type: 'flex' | 'template', property: string): Slot =>
  (target, content, compiler) => {
    const message = { type, [property]: content } as { altText?: string }
    const index = (target['messages'] as object[]).length
    deriveAltText(compiler, message, content, `messages[${index}].altText`)
    add(target, message, compiler)
  }

const asFlex = wrap('flex', 'contents')
const asTemplate = wrap('template', 'template')

const slots: Slots = {
  text: (target, text, compiler) => {
    // `<>{late && <Text>Sorry</Text>} {…}</>` where nothing else is printed.
    const isLeft = isBlank(text) && compiler.nothings > 0
    if (isLeft && (target['messages'] as object[]).length === 0) return
    add(target, { type: 'text', text }, compiler)
  },
  kinds: { message: add, flexContainer: asFlex },
  json: (target, json, compiler) =>
    (!isObject(json) ? add : isContainer(json) ? asFlex : isTemplate(json) ? asTemplate : add)(
      target,
      json,
      compiler,
    ),
}

/** At the top, a carousel with contents is Flex and one with columns a template. */
const isContainer = (json: object): json is FlexContainer => {
  const { type, columns } = json as { type?: unknown; columns?: unknown }
  return type === 'bubble' || (type === 'carousel' && columns === undefined)
}

const templates: Record<Template['type'], true> = {
  buttons: true,
  confirm: true,
  carousel: true,
  image_carousel: true,
}

const isTemplate = (json: object): json is Template =>
  Object.hasOwn(templates, String((json as { type?: unknown }).type))
