/** What may stand at the top, where messages are wanted: messages, texts, bare Flex containers, plain JSON. */
import type { Compiler } from '../jsx-runtime/compiler.js'
import type { Element, JsxElement } from '../jsx-runtime/element.js'
import type { Into, Nothing } from '../jsx-runtime/types.js'
import type { FlexContainer } from '../spec/flex/index.js'
import type { Message } from '../spec/message.js'
import type { Template } from '../spec/template.js'
import { deriveAltText } from './alt-text.js'
import { distribute } from './distribute.js'

/** Anything that becomes messages: JSX, builders, plain JSON, strings, and lists of these. */
export type MessageNode =
  | string
  | Into<Message>
  | Into<FlexContainer>
  | Element<Message>
  | JsxElement
  | Nothing
  | readonly MessageNode[]

/** The messages of a tree. Texts become text messages; bubbles, carousels and templates get the message around them. */
export function readMessages(compiler: Compiler, node: unknown): Message[] {
  const messages: Message[] = []
  const add = (json: object) => void messages.push(json as Message)
  const wrap = (type: 'flex' | 'template', property: string) => (content: object) => {
    const message = { type, [property]: content } as { altText?: string }
    deriveAltText(compiler, message, content, `messages[${String(messages.length)}].altText`)
    add(message)
  }
  distribute(compiler, 'messages', node, {
    text: (text) => add({ type: 'text', text }),
    kinds: { message: add, flexContainer: wrap('flex', 'contents') },
    json(json) {
      if (isContainer(json)) wrap('flex', 'contents')(json)
      else if (isTemplate(json)) wrap('template', 'template')(json)
      else add(json)
      return true
    },
  })
  return messages
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
