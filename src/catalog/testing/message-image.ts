/** Messages as PNG: what `toMatchMessageImage` compares. */
import { throwAtOrigin } from '../../common/origin-of-error.js'
import { isObject, isRecord } from '../../common/json.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { Drawable } from '../../preview/index.js'
import type { PngOptions } from '../../preview/png/index.js'
import { type Renderable, renderAsync } from '../../render/index.js'
import { pictureOfChat } from '../chat-picture.js'
import { CatalogError } from '../errors.js'
import { drawableOf, lookOf, type StoryLook } from '../node/drawing.js'
import { type AnyStory, isStory } from '../story.js'
import type { Entry } from '../../emulator/index.js'

/** Options of `toMatchMessageImage`: those of `toPng`, where `scale` is 1 by default, and these. */
export interface MessageImageOptions extends PngOptions {
  /** Context of the components: their second argument. */
  context?: object | undefined
  /** Of a story: its locale; the first by default. */
  locale?: string | undefined
  /** A name for the picture, if a test has several; otherwise they are numbered. */
  hint?: string | undefined
  /** Difference of colors, 0 to 1, up to which two pixels count as the same; 0.1 by default. */
  threshold?: number | undefined
  /** Share of pixels that may differ, from 0 to below 1; 0 by default. */
  maxDifference?: number | undefined
}

/** A story, a chat of the emulator, a chat or rich menu as `toPng` takes it, or anything that can be rendered. */
export async function pictureOf(
  received: unknown,
  options: MessageImageOptions,
): Promise<Uint8Array> {
  const {
    context,
    locale,
    hint: _,
    threshold: _threshold,
    maxDifference: _maxDifference,
    ...drawing
  } = options
  const { toPng } = await import('../../preview/png/index.js')
  const { drawable, look } = isStory(received)
    ? await ofStory(received, locale)
    : { drawable: await ofValue(received, context), look: undefined }
  return toPng(drawable, { scale: 1, ...look, ...drawing })
}

/** @throws {LineValidationError} and other errors, if nothing can be rendered */
async function ofStory(
  story: AnyStory,
  locale: string = story.locales[0]!,
): Promise<{ drawable: Drawable; look: StoryLook }> {
  const drawable = drawableOf(await story.check({ locale }))
  if (!drawable) {
    // Throws the error itself, with the stack of the code that threw.
    await story.render({ locale }).catch(throwAtOrigin)
    throw new CatalogError('script_failed', `The story ${story.title} renders to nothing.`)
  }
  return { drawable, look: lookOf(story.account, locale) }
}

async function ofValue(received: unknown, context: object | undefined): Promise<Drawable> {
  if (isPerson(received)) return pictureOfChat(received.chat, received.id)
  if (isRecord(received) && Array.isArray(received['entries']))
    return received as unknown as Drawable
  if (isRecord(received) && isRecord(received['menu'])) return received as unknown as Drawable
  if (isRecord(received) && Array.isArray(received['areas']))
    return { menu: received, open: true } as unknown as Drawable
  return renderAsync(received as Renderable, {
    context: context as Context | undefined,
    validate: false,
  }).catch(throwAtOrigin)
}

/** Whether a value is a person of the emulator, or a group. */
const isPerson = (value: unknown): value is { id: string; chat: readonly Entry[] } =>
  isObject(value) &&
  'chat' in value &&
  Array.isArray(value.chat) &&
  'id' in value &&
  typeof value.id === 'string'
