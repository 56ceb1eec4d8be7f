/** The picture of a menu: of a file, of bytes, or drawn from its cells. */
import { quoted } from '../../validation/index.js'
import { readImage } from '../../client/image/rich-menu-image.js'
import type { FontSource } from '../../preview/png/index.js'
import type { RichMenuSize } from '../../spec/rich-menu.js'
import { type Key, resolveKey } from '../define/keys.js'
import { RichMenuError } from '../errors.js'
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'
import { withImages } from '../draw/images.js'
import { once } from '../draw/once.js'
import { checkContrast } from './check-contrast.js'
import { canonical, sha256 } from './hash.js'
import { readFonts } from './read-fonts.js'
import { readPicture } from './read-picture.js'

/** A picture that may still have to be drawn. */
interface Picture {
  /** Hash of what it is made of. */
  hash: string
  /** Reads or draws it, once. */
  read: () => Promise<Uint8Array>
  /** Makes sure that it can be drawn, in less time. */
  check: () => Promise<void>
  /** Grows when it is checked or drawn. */
  warnings: string[]
}

/** What a picture is made of. */
interface Origin {
  key: Key
  keys: readonly Key[]
  source: PictureSource | undefined
  drawing: Drawing | undefined
  size: RichMenuSize
  base: string | URL | undefined
  fonts: readonly FontSource[] | undefined
}

/** @throws {RichMenuError} `picture_missing` */
export async function pictureOf(origin: Origin): Promise<Picture> {
  const { key, source, drawing, size, base } = origin
  if (source !== undefined) {
    const bytes = await readPicture(source, `the menu ${key.key}`, base)
    await check(bytes, size, key)
    return {
      hash: await sha256(bytes),
      read: () => Promise.resolve(bytes),
      check: () => Promise.resolve(),
      warnings: [],
    }
  }
  if (!drawing)
    throw new RichMenuError(
      'picture_missing',
      `The menu ${key.key} has no picture. Pass picture="./${key.key}.png" or its bytes to <RichMenu>, or lay it out with <Row> and <Cell>.`,
    )
  return drawnPicture(origin, drawing)
}

async function drawnPicture(
  { key, keys, size, base, fonts: sources }: Origin,
  drawing: Drawing,
): Promise<Picture> {
  const isCurrent = (tab: string) => resolveKey(tab, key, keys)?.key === key.key
  const read = (source: PictureSource) => readPicture(source, `the menu ${key.key}`, base)
  const [tree, fonts] = await Promise.all([
    withImages(drawing, isCurrent, read).catch(named(key)),
    readFonts(sources, base),
  ])
  const warnings = checkContrast(key.key, drawing, isCurrent)
  const lay = once(async () => {
    const { layOutDrawing } = await import('../draw/lay-out-drawing.js')
    const laid = await layOutDrawing(tree, fonts.list).catch(named(key))
    warnings.push(...laid.overflowing.map((text) => overflowWarning(key.key, text)))
    return laid
  })
  const draw = once(async () => {
    const { drawMenu } = await import('../draw/draw-menu.js')
    const bytes = await drawMenu(await lay(), size.width).catch(named(key))
    await check(bytes, size, key)
    return bytes
  })
  const hash = await sha256(canonical(tree.tree) + fonts.hash)
  const look = async () => {
    await (tree.hasFiles ? draw() : lay())
  }
  return { hash, read: draw, check: look, warnings }
}

/** Adds the menu to an error, and throws it. */
const named =
  ({ key }: Key) =>
  (error: unknown): never => {
    if (error instanceof Error) error.message = `The menu ${key}: ${error.message}`
    throw error
  }

/** The warning about a text that is larger than its cell. */
export const overflowWarning = (name: string, text: string): string =>
  `${name}: the text ${quoted(text)} is larger than its cell. Use a smaller fontSize or a larger cell`

async function check(bytes: Uint8Array, size: RichMenuSize, key: Key): Promise<void> {
  await readImage(bytes, size).catch(named(key))
}
