/** The images of a drawing. */
import type { BoxNode } from '../../preview/index.js'
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'
import { sha256 } from '../wanted/hash.js'
import { type ImageUse, type IsCurrent, treeOf } from './tree.js'

/** A tree that can be drawn, with its images. The tree has hashes of the images, so equal trees are equal pictures. */
export interface TreeWithImages {
  readonly tree: BoxNode
  /** Bytes by the address in the tree. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** What reports call an image, by the address in the tree. */
  readonly names: ReadonlyMap<string, string>
  /** Whether some are files: only drawing shows whether they can be drawn, and are small enough. */
  readonly hasFiles: boolean
}

const keyOf = (use: ImageUse): PictureSource =>
  use.kind === 'icon' ? `icon ${use.name} ${use.color}` : use.source

/**
 * Loads the images of a drawing, each once.
 *
 * @param read - reads a file
 * @throws {RichMenuError} `picture_missing`, `icon_missing`
 */
export async function withImages(
  drawing: Drawing,
  isCurrent: IsCurrent,
  read: (source: PictureSource) => Promise<Uint8Array>,
): Promise<TreeWithImages> {
  const uses = new Map<PictureSource, ImageUse>()
  const plain = treeOf(drawing, isCurrent, (use) => {
    uses.set(keyOf(use), use)
    return ''
  })
  if (uses.size === 0) return { tree: plain, images: new Map(), names: new Map(), hasFiles: false }
  const urls = new Map<PictureSource, string>()
  const images = new Map<string, Uint8Array>()
  const names = new Map<string, string>()
  for (const [key, use] of uses) {
    const bytes = use.kind === 'icon' ? await iconBytes(use) : await read(use.source)
    const url = `https://image.invalid/${await sha256(bytes)}`
    urls.set(key, url)
    images.set(url, bytes)
    names.set(url, nameOf(use))
  }
  return {
    tree: treeOf(drawing, isCurrent, (use) => urls.get(keyOf(use))!),
    images,
    names,
    hasFiles: [...uses.values()].some(({ kind }) => kind === 'file'),
  }
}

const nameOf = (use: ImageUse): string =>
  use.kind === 'icon'
    ? `The icon ${use.name}`
    : use.source instanceof Uint8Array
      ? `An image (${use.source.length} bytes)`
      : `The image ${String(use.source)}`

async function iconBytes({ name, color }: { name: string; color: string }): Promise<Uint8Array> {
  const { iconSvg } = await import('./icon-svg.js')
  return new TextEncoder().encode(iconSvg(name, color))
}
