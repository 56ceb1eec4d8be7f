/** Short functions for Flex in tests. Values may be wrong on purpose, so the types are loose. */
import type { FlexMessage, Message } from '../../src/spec/index.js'

type Json = Record<string, unknown>

export const text = (said: string, more: Json = {}): Json => ({ type: 'text', text: said, ...more })

export const box = (layout: string, contents: unknown[], more: Json = {}): Json => ({
  type: 'box',
  layout,
  contents,
  ...more,
})

/** A colored box with a size. */
export const block = (width: string | undefined, height: string, more: Json = {}): Json =>
  box('vertical', [], { ...(width && { width }), height, backgroundColor: '#112233', ...more })

export const button = (more: Json = {}): Json => ({
  type: 'button',
  action: { type: 'message', label: 'Press', text: 'pressed' },
  ...more,
})

/** One grey pixel, stretched: no test fetches anything. */
export const pixel =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='40'%3E%3Crect width='40' height='40' fill='%23888'/%3E%3C/svg%3E"

export const picture = (more: Json = {}): Json => ({ type: 'image', url: pixel, ...more })

export const flex = (contents: Json): FlexMessage =>
  ({ type: 'flex', altText: 'test', contents }) as unknown as FlexMessage

export const bubble = (more: Json): FlexMessage => flex({ type: 'bubble', ...more })

/** A mega bubble of 300 pixels with a body without paddings. */
export const body = (contents: unknown[], more: Json = {}, around: Json = {}): FlexMessage =>
  bubble({ body: box('vertical', contents, { paddingAll: '0px', ...more }), ...around })

/** JSON that the types would refuse. */
export const wrong = (value: unknown): Message => value as Message
