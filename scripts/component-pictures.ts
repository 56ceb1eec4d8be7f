/**
 * Draws the example of each component that is seen in a chat, for `docs/components.md`.
 *
 * tsx --conditions fukidashi-source scripts/component-pictures.ts
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { componentPictures, pictureFolder } from './docs/component-pictures.ts'
import { draw } from './gallery/draw.ts'

const folder = join('docs', pictureFolder)
mkdirSync(folder, { recursive: true })
const pictures = await componentPictures()
for (const file of readdirSync(folder)) rmSync(join(folder, file))
for (const { file, drawable } of pictures) {
  const png = await draw(
    { name: file, title: file, drawable: () => drawable, anyPhoto: true },
    { scale: 1.5 },
  )
  writeFileSync(join(folder, file), png)
  console.log(`${file} ${png.length} bytes`)
}
