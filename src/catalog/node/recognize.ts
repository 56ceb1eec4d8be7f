/** Finds out what JSON is. */
import { isRecord } from '../../common/json.js'
import type { ValidateAs } from '../../validation/index.js'

/** What JSON was recognized as. */
export type JsonKind =
  | 'message'
  | 'list of messages'
  | 'request body'
  | 'Flex container'
  | 'Flex component'
  | 'template'
  | 'rich menu'

/** JSON that was recognized. */
export interface Recognized {
  kind: JsonKind
  /** How it is validated. */
  as: ValidateAs
  /** What is validated: of a request body, its messages. */
  value: unknown
}

/** Recognizes a value by its shape; `undefined` if it is nothing that LINE takes. */
export function recognize(value: unknown): Recognized | undefined {
  if (Array.isArray(value)) return { kind: 'list of messages', as: 'messages', value }
  if (!isRecord(value)) return undefined
  const { type } = value
  if (type === undefined) {
    if ('messages' in value)
      return { kind: 'request body', as: 'messages', value: value['messages'] }
    return 'areas' in value ? { kind: 'rich menu', as: 'rich-menu', value } : undefined
  }
  if (typeof type !== 'string') return { kind: 'message', as: 'message', value }
  if (type === 'bubble' || (type === 'carousel' && 'contents' in value))
    return { kind: 'Flex container', as: 'flex', value }
  if (/^(?:buttons|confirm|carousel|image_carousel)$/.test(type))
    return { kind: 'template', as: 'template', value }
  if (/^(?:box|button|filler|icon|separator)$/.test(type))
    return { kind: 'Flex component', as: 'flex-component', value }
  return { kind: 'message', as: 'message', value }
}
