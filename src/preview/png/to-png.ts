/** Draws JSON as PNG. */
import type { Drawable } from '../chat/types.js'
import { drawTree } from '../to-tree.js'
import { checkOptions } from './check-options.js'
import { draw } from './draw.js'
import type { PngOptions } from './options.js'
import { type Pictures, picturesOf, reportMissing } from './pictures.js'
import { pixelsAcross, prepare } from './prepare.js'
import { PngError } from './problems.js'
import { newRenderer } from './takumi.js'

/** The images that can be drawn one by one. The others are reported. */
async function undamaged(pictures: Pictures, options: PngOptions): Promise<Pictures> {
  const renderer = await newRenderer()
  const undamagedPictures = new Map(pictures)
  const size = { width: 8, height: 8 }
  for (const [url, { src, data }] of pictures)
    try {
      const images = [{ src, data, cache: 'none' as const }]
      await renderer.render({ type: 'image', src, style: size }, { ...size, images })
    } catch (error) {
      undamagedPictures.delete(url)
      reportMissing(url, error instanceof Error ? error.message : String(error), options)
    }
  return undamagedPictures
}

/**
 * Draws a message, a list of messages, a chat or a rich menu as PNG, from the same tree as the HTML and without a
 * browser. It needs `@takumi-rs/core` and fonts. It uses `@fontsource-variable/noto-sans-jp`, `-tc`, `-thai` and
 * `twemoji-colr-font` if they are installed.
 *
 * Nothing is fetched unless `loadImage` does it. Images are drawn in a separate process, unless `trustImages` accepts them.
 *
 * @throws {PngError} `peer_missing`, `glyphs_missing` and `font_invalid` (unless there is an `onProblem`), `png_too_large`,
 * `process_unavailable`, `option_invalid`, `drawing_failed`
 *
 * @example
 * import { writeFile } from 'node:fs/promises'
 * import { toPng } from 'fukidashi/preview/png'
 *
 * await writeFile('hello.png', await toPng({ type: 'text', text: 'こんにちは' }, { width: 375, scale: 2 }))
 */
export async function toPng(drawable: Drawable, options: PngOptions = {}): Promise<Uint8Array> {
  checkOptions(options)
  const tree = drawTree(drawable, options)
  const pictures = picturesOf(tree, options, pixelsAcross(tree, options))
  try {
    return await draw(await prepare(tree, options, pictures))
  } catch (error) {
    if (!(error instanceof PngError) || error.code !== 'drawing_failed') throw error
    // Probably one of the trusted images is damaged.
    const all = await pictures
    const undamagedPictures = await undamaged(all, options)
    if (undamagedPictures.size === all.size) throw error
    // All other problems were already reported.
    return draw(await prepare(tree, { ...options, onProblem: () => undefined }, undamagedPictures))
  }
}
