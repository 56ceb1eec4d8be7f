/** From JSON to PNG. */
import type { Drawable } from '../chat/types.js'
import { toTree } from '../to-tree.js'
import { checkOptions } from './check-options.js'
import { draw } from './draw.js'
import type { PngOptions } from './options.js'
import { type Pictures, picturesOf, reportMissing } from './pictures.js'
import { pixelsAcross, prepare } from './prepare.js'
import { PngError } from './problems.js'
import { newRenderer } from './takumi.js'

/** The pictures that can be drawn by themselves. The others are reported. */
async function undamaged(pictures: Pictures, options: PngOptions): Promise<Pictures> {
  const renderer = await newRenderer()
  const kept = new Map(pictures)
  const size = { width: 8, height: 8 }
  for (const [url, { src, data }] of pictures)
    try {
      const images = [{ src, data, cache: 'none' as const }]
      await renderer.render({ type: 'image', src, style: size }, { ...size, images })
    } catch (error) {
      kept.delete(url)
      reportMissing(url, error instanceof Error ? error.message : String(error), options)
    }
  return kept
}

/**
 * A PNG of a message, of messages in their order, of a chat or of a rich menu, from the same tree as the HTML and without a
 * browser. It needs `@takumi-rs/core`, and fonts: `@fontsource-variable/noto-sans-jp`, `-tc` and `-thai` and `twemoji-colr-font` are
 * found by themselves once they are installed.
 *
 * Nothing is fetched unless `loadImage` does so. Pictures are drawn in a process of their own, unless `trustImages` accepts
 * them.
 *
 * @throws PngError `missing_peer`, `missing_glyphs` and `bad_font` (unless there is an `onProblem`), `too_large`, `no_process`,
 * `bad_option`, `not_drawn`
 *
 * @example
 * import { writeFile } from 'node:fs/promises'
 * import { toPng } from 'fukidashi/preview/png'
 *
 * await writeFile('hello.png', await toPng({ type: 'text', text: 'こんにちは' }, { width: 375, scale: 2 }))
 */
export async function toPng(drawable: Drawable, options: PngOptions = {}): Promise<Uint8Array> {
  checkOptions(options)
  const tree = toTree(drawable, options)
  const pictures = picturesOf(tree, options, pixelsAcross(tree, options))
  try {
    return await draw(await prepare(tree, options, pictures))
  } catch (error) {
    if (!(error instanceof PngError) || error.code !== 'not_drawn') throw error
    // Most likely a damaged picture among those that are trusted.
    const all = await pictures
    const kept = await undamaged(all, options)
    if (kept.size === all.size) throw error
    // Everything else was reported the first time.
    return draw(await prepare(tree, { ...options, onProblem: () => undefined }, kept))
  }
}
