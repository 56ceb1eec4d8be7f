/** Draws JSON as PNG. */
import type { Drawable } from '../chat/types.js'
import { drawTree } from '../to-tree.js'
import { checkOptions } from './check-options.js'
import { drawPng } from './draw-tree.js'
import type { PngOptions } from './options.js'

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
  return (await drawPng(drawTree(drawable, options), options)).png
}
