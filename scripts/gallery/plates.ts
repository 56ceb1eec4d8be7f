/** What a gallery is made of. */
import type { Drawable, PreviewOptions } from '../../src/preview/index.ts'

/** One picture of the gallery. */
export interface Plate {
  /** Name of its file, without the ending. */
  name: string
  title: string
  /** What is drawn; made only when it is drawn. */
  drawable: () => Drawable | Promise<Drawable>
  options?: PreviewOptions
  /** Whether its addresses may be any: what has no drawing of its own is a landscape then. */
  anyPhoto?: boolean
  /** Where it is written, seen from `docs`. */
  source?: string
}

/** A name that is a file's. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The accounts that speak in the pictures. */
const shopIcon = 'https://example.com/shop.png'
export const teaShop = { name: 'Tea shop', iconUrl: shopIcon }
export const teaRoom = { name: '茶房みどり', iconUrl: shopIcon }
