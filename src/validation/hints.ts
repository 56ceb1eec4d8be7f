/** What to do about the mistakes that people make most, as the end of a message. */
import { isProperty, quoted } from './names.js'

/** How to write a value that has the wrong JSON type; empty if there is nothing to say. */
export function hintAtType(
  definition: string,
  name: string,
  value: unknown,
  wanted: unknown,
): string {
  if (value === null) return isProperty(name) ? 'leave it out if it is not needed' : ''
  switch (wanted) {
    case 'string':
      if (typeof value === 'number' || typeof value === 'bigint') return `write "${String(value)}"`
      if (value instanceof Date) return 'write it out, as LINE knows no dates'
      return name === 'data' && typeof value === 'object'
        ? 'write JSON.stringify(…), or use definePostback'
        : ''
    case 'integer':
    case 'number':
      if (typeof value === 'number')
        return Number.isFinite(value) ? `write ${String(Math.round(value))}` : ''
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
        ? `write ${value.trim()} without quotes`
        : ''
    case 'boolean':
      return value === 'true' || value === 'false' ? `write ${value} without quotes` : ''
    case 'array':
      return typeof value === 'object' ? 'put it in [ ]' : ''
    default:
      return atObject(definition, value)
  }
}

function atObject(definition: string, value: unknown): string {
  if (typeof value === 'string') {
    if (/^\s*[{[]/.test(value)) return 'this is JSON as text, to be read by JSON.parse first'
    return definition === 'Message' ? "write { type: 'text', text: … }" : ''
  }
  if (!Array.isArray(value)) return ''
  if (definition === 'QuickReply') return 'write { items: […] }'
  return definition === 'FlexContainer' ? "write { type: 'carousel', contents: […] }" : ''
}

/** What to do about something that stands in the place of something else. */
export function hintAtMember(definition: string, type: unknown, value?: unknown): string {
  if (definition === 'Message') {
    if (type === 'bubble' || isCarousel(value))
      return "; put it into { type: 'flex', altText: …, contents: … }"
    if (['buttons', 'confirm', 'carousel', 'image_carousel'].includes(String(type)))
      return "; put it into { type: 'template', altText: …, template: … }"
    if (isObject(value) && Array.isArray(value['messages']))
      return '. This looks like the body of a request: give its messages'
  }
  if (definition === 'QuickReplyItem') return "; put the action into { type: 'action', action: … }"
  if (definition === 'FlexContainer' && type === 'flex') return '; give its contents'
  if (definition === 'FlexContainer' && type === 'box')
    return "; put it into { type: 'bubble', body: … }"
  if (definition === 'FlexBox')
    return "; put it into { type: 'box', layout: 'vertical', contents: [ … ] }"
  return ''
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isCarousel = (value: unknown) => isObject(value) && Array.isArray(value['contents'])

/** What to use in the place of properties that are known from web pages. */
export function hintAtProperty(property: string, value: unknown, known: readonly string[]): string {
  if (/^on[A-Z]/.test(property) && typeof value === 'function')
    return 'LINE calls no functions: send a postback, and let the bot answer it'
  if (property === 'className' || property === 'class' || property === 'style')
    return 'LINE knows no CSS'
  if (property === 'href' || property === 'src' || property === 'link') {
    const address = known.find((name) =>
      /^(?:uri|url|linkUri|imageUrl|originalContentUrl)$/.test(name),
    )
    return address ? `did you mean ${address}?` : ''
  }
  if (
    (property === 'label' || property === 'uri' || property === 'data') &&
    known.includes('action')
  )
    return `it is a property of the action: write action: { type: …, ${property}: ${quoted(value)} }`
  return ''
}
