/** Messages as the TSX that one would write: what snapshots show. */
import { isObject } from '../../common/json.js'
import { throwAtOrigin } from '../../common/origin-of-error.js'
import { jsonToSource } from '../../convert/source.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { Context } from '../../jsx-runtime/types.js'
import { type Renderable, renderAsync } from '../../render/index.js'

/** A text that a snapshot shows as it is, without quotes. */
export class SnapshotText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Snapshot serializer of {@link SnapshotText}. */
export const snapshotTextSerializer = {
  test: (value: unknown): boolean => value instanceof SnapshotText,
  serialize: (value: unknown): string => (value as SnapshotText).text,
}

/**
 * JSON of messages, Flex containers and rich menus as TSX. The layout is fukidashi's own, the same with every version of Prettier.
 *
 * @param json - what `render` gives: a message, a list of messages, …
 */
export const jsonText = (json: unknown): string => jsonToSource(json, 'tsx')

/** Types of JSON that the serializer prints. */
const isMessageJson = (value: unknown): boolean =>
  isObject(value) &&
  !isElement(value) &&
  (Array.isArray(value)
    ? value.length > 0 && value.every(isMessageJson)
    : typeof (value as { type?: unknown }).type === 'string' && isPlain(value))

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * Snapshot serializer that prints messages as the TSX one would write: `expect(messages).toMatchSnapshot()` then reads like the
 * source. For JSON objects with a `type`, and lists of them.
 *
 * @example
 * import { expect } from 'vitest'
 * import { messageSerializer } from 'fukidashi/catalog/vitest'
 *
 * expect.addSnapshotSerializer(messageSerializer)
 */
export const messageSerializer = { test: isMessageJson, serialize: jsonText }

/** Options of `toMatchMessageSnapshot`. */
export interface MessageSnapshotOptions {
  /** Context of the components: their second argument. */
  context?: object | undefined
  /** A name for the snapshot, if a test has several. */
  hint?: string | undefined
}

/**
 * What `toMatchMessageSnapshot` compares: elements are rendered first; messages that LINE would refuse are shown too.
 */
export async function receivedText(
  received: unknown,
  { context }: MessageSnapshotOptions,
): Promise<SnapshotText> {
  const messages = await renderAsync(received as Renderable, {
    context: context as Context | undefined,
    validate: false,
  }).catch(throwAtOrigin)
  return new SnapshotText(jsonText(messages))
}
