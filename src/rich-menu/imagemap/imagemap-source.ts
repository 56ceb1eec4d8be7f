/** What pictures of imagemaps are made from. */
import type { FontSource } from '../../preview/png/index.js'
import type { Element, JsxElement } from '../../jsx-runtime/element.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { ImagemapMessage } from '../../spec/imagemap.js'

/** An imagemap: an `<Imagemap>` of `fukidashi/rich-menu`, also by way of a component. */
export type ImagemapNode = JsxElement | Element<ImagemapMessage>

/** How pictures of imagemaps are made. */
export interface ImagemapOptions {
  /** Passed to components as their second argument. */
  context?: Context | undefined
  /** Where paths of pictures and fonts begin: a folder, or `import.meta.url`. The working directory by default. */
  base?: string | URL | undefined
  /** Fonts to use first, as in `richMenus`. */
  fonts?: readonly FontSource[] | undefined
}
