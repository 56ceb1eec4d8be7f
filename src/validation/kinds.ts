/** Kinds of values that can be validated by themselves. */
import type { EntryValidator } from './context.js'
import type { Meta } from './definitions.js'
import { meta } from './generated/meta.js'
import * as validators from './generated/validators.js'
import type { ValidateAs } from './options.js'

/** The validator of a kind of value, and its name in problems of its own. */
export type Kind = readonly [validator: EntryValidator, name: string]

/** Kinds of values by their `as`, and what the spec says of the definitions in them. */
export interface Kinds<As extends string = string> {
  readonly byName: Readonly<Record<As, Kind>>
  readonly meta: Meta
}

/** Messages and what people write for them. Bodies of requests are in `requests/`. */
export const messageKinds: Kinds<ValidateAs> = {
  byName: {
    messages: [validators.message, 'message'],
    message: [validators.message, 'message'],
    action: [validators.action, 'action'],
    flex: [validators.flex, 'container'],
    bubble: [validators.bubble, 'bubble'],
    'flex-component': [validators.flexComponent, 'component'],
    template: [validators.template, 'template'],
    'quick-reply': [validators.quickReply, 'quickReply'],
    imagemap: [validators.imagemap, 'imagemap'],
    'rich-menu': [validators.richMenu, 'rich menu'],
  },
  meta,
}
