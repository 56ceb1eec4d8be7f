/** The pictures of the gallery. */
import type { Drawable, PreviewOptions } from '../../src/preview/index.ts'

/** One picture of the gallery. */
export interface Plate {
  /** File name without extension. */
  name: string
  title: string
  /** Returns what to draw. */
  drawable: () => Drawable | Promise<Drawable>
  options?: PreviewOptions
  /** Draws a landscape for every image URL without a drawing of its own. */
  anyPhoto?: boolean
  /** Whether there is a second picture in the dark theme. */
  isDarkToo?: boolean
  /** Path of its code, relative to `docs`. */
  source?: string
}

/** A name that can be used as a file name. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The accounts in the pictures. */
const shopIcon = 'https://example.com/shop.png'
export const teaShop = { name: 'Tea shop', iconUrl: shopIcon }
export const teaRoom = { name: '茶房みどり', iconUrl: shopIcon }
