/** Draws one picture as PNG. */
import { type PngOptions, type PngProblem, toPng } from '../../src/preview/png/index.ts'
import { anyPhoto, photo } from './photos/index.ts'
import type { Plate } from './plates.ts'

/** Pixels per pixel of the phone: sharp on most screens, and small files. */
const scale = 2

/** Draws a picture. A missing image or character is an error. */
export async function draw(
  { name, drawable, options, anyPhoto: any = false }: Plate,
  more: PngOptions = {},
): Promise<Uint8Array> {
  const problems: PngProblem[] = []
  const png = await toPng(await drawable(), {
    scale,
    loadImage: any ? anyPhoto : photo,
    trustImages: true,
    ...options,
    ...more,
    onProblem: (problem) => problems.push(problem),
  })
  if (problems.length > 0)
    throw new Error(`${name}: ${problems.map(({ message }) => message).join('\n')}`)
  return png
}
