/**
 * Labels and message texts whose limit depends on the place of the action. Counted in grapheme clusters.
 * @see https://developers.line.biz/en/reference/messaging-api/#action-object-label-spec
 */
export type ActionPlace =
  | 'imageCarousel'
  | 'buttons'
  | 'confirm'
  | 'carousel'
  | 'defaultAction'
  | 'richMenu'
  | 'quickReply'
  | 'flexButton'
  | 'flex'
  | 'imagemap'
  | 'anywhere'

/** Limits of an action in one place. */
export interface PlaceLimits {
  /** Name of the place in error texts. */
  name: string
  label: {
    required: boolean
    max: number
    unit: 'graphemes'
  }
  /** Text of a message action. */
  messageText: { max: number; unit: 'graphemes' | 'utf16' }
}

const text = { max: 300, unit: 'graphemes' } as const
const inTemplate = { required: true, max: 20, unit: 'graphemes' } as const

export const labelLimits: Record<ActionPlace, PlaceLimits> = {
  imageCarousel: {
    name: 'an image carousel',
    label: { required: false, max: 12, unit: 'graphemes' },
    messageText: text,
  },
  buttons: { name: 'a buttons template', label: inTemplate, messageText: text },
  confirm: { name: 'a confirm template', label: inTemplate, messageText: text },
  carousel: { name: 'a carousel template', label: inTemplate, messageText: text },
  // Its label is never shown.
  defaultAction: {
    name: 'a default action',
    label: { required: false, max: 20, unit: 'graphemes' },
    messageText: text,
  },
  richMenu: {
    name: 'a rich menu',
    label: { required: false, max: 20, unit: 'graphemes' },
    messageText: text,
  },
  quickReply: {
    name: 'a quick reply',
    label: { required: true, max: 20, unit: 'graphemes' },
    messageText: text,
  },
  flexButton: {
    name: 'a Flex button',
    label: { required: true, max: 40, unit: 'graphemes' },
    messageText: text,
  },
  // Its label is never shown.
  flex: {
    name: 'a Flex component',
    label: { required: false, max: 40, unit: 'graphemes' },
    messageText: text,
  },
  imagemap: {
    name: 'an imagemap',
    label: { required: false, max: 100, unit: 'graphemes' },
    messageText: { max: 400, unit: 'utf16' },
  },
  // An action validated by itself: the widest limits of the rows above.
  anywhere: {
    name: 'any place',
    label: { required: false, max: 40, unit: 'graphemes' },
    messageText: text,
  },
}
