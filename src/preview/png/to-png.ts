/** From JSON to PNG. */
import type { Drawable } from '../chat/types.js'
import { toTree } from '../to-tree.js'
import { draw } from './draw.js'
import type { PngOptions } from './options.js'
import { prepare } from './prepare.js'

/**
 * A PNG of a message, of messages in their order, of a chat or of a rich menu, from the same tree as the HTML and without a
 * browser. It needs `@takumi-rs/core`, and fonts: `@fontsource-variable/noto-sans-jp`, `-tc` and `-thai` and `twemoji-colr-font` are
 * found by themselves once they are installed.
 *
 * Nothing is fetched unless `loadImage` does so.
 *
 * @throws PngError `missing_peer`, `missing_glyphs` (unless there is an `onProblem`), `bad_font`, `too_large`
 *
 * @example
 * import { writeFile } from 'node:fs/promises'
 * import { toPng } from 'fukidashi/preview/png'
 *
 * await writeFile('hello.png', await toPng({ type: 'text', text: 'こんにちは' }, { width: 375, scale: 2 }))
 */
export async function toPng(drawable: Drawable, options: PngOptions = {}): Promise<Uint8Array> {
  return draw(await prepare(toTree(drawable, options), options))
}
