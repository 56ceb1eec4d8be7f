/** The picture of a menu: of a file, of bytes, or drawn from its cells. */
import { quoted } from '../../validation/index.js'
import { readImage } from '../../client/image/rich-menu-image.js'
import type { RichMenuSize } from '../../spec/rich-menu.js'
import { type Key, resolveKey } from '../define/keys.js'
import { RichMenuError } from '../errors.js'
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'
import { lookOf, treeOf } from '../draw/tree.js'
import { checkContrast } from './check-contrast.js'
import { canonical, sha256 } from './hash.js'
import { readPicture } from './read-picture.js'

/** A picture that may still have to be drawn. */
interface Picture {
  /** Hash of what it is made of. */
  hash: string
  /** Reads or draws it, once. */
  read: () => Promise<Uint8Array>
  /** Grows when it is drawn. */
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
}

/** @throws {RichMenuError} `picture_missing` */
export async function pictureOf(origin: Origin): Promise<Picture> {
  const { key, source, drawing, size, base } = origin
  if (source !== undefined) {
    const bytes = await readPicture(source, key.key, base)
    await check(bytes, size, key)
    return { hash: await sha256(bytes), read: () => Promise.resolve(bytes), warnings: [] }
  }
  if (!drawing)
    throw new RichMenuError(
      'picture_missing',
      `The menu ${key.key} has no picture. Pass picture="./${key.key}.png" or its bytes to <RichMenu>, or lay it out with <Row> and <Cell>.`,
    )
  return drawnPicture(origin, drawing)
}

async function drawnPicture({ key, keys, size, base }: Origin, drawing: Drawing): Promise<Picture> {
  const isCurrent = (tab: string) => resolveKey(tab, key, keys)?.key === key.key
  const images = new Map<object, Uint8Array>()
  const hashes = new Map<object, string>()
  for (const cell of drawing.cells) {
    const { image } = lookOf(cell, isCurrent)
    if (image === undefined) continue
    const bytes = await readPicture(image, key.key, base)
    images.set(cell, bytes)
    hashes.set(cell, await sha256(bytes))
  }
  const tree = treeOf(drawing, isCurrent, (cell) => hashes.get(cell))
  const warnings = checkContrast(key.key, drawing, isCurrent)
  let drawn: Promise<Uint8Array> | undefined
  const draw = async () => {
    const { drawMenu } = await import('../draw/draw-menu.js')
    const { bytes, overflows } = await drawMenu(drawing, isCurrent, images).catch(
      (error: unknown) => {
        if (error instanceof Error) error.message = `The menu ${key.key}: ${error.message}`
        throw error
      },
    )
    await check(bytes, size, key)
    for (const text of overflows)
      warnings.push(
        `${key.key}: the text ${quoted(text)} is larger than its cell. Use a smaller fontSize or a larger cell`,
      )
    return bytes
  }
  return { hash: await sha256(canonical(tree)), read: () => (drawn ??= draw()), warnings }
}

async function check(bytes: Uint8Array, size: RichMenuSize, { key }: Key): Promise<void> {
  try {
    await readImage(bytes, size)
  } catch (error) {
    if (error instanceof Error) error.message = `The menu ${key}: ${error.message}`
    throw error
  }
}
