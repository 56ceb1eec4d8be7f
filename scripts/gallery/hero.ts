/** Draws the picture at the top of the README: three phones side by side. */
import { type PreviewOptions, toTree } from '../../src/preview/index.ts'
import { layOut } from '../../src/preview/png/lay-out.ts'
import { box, type BoxNode } from '../../src/preview/tree.ts'
import { examplePlates } from './examples.tsx'
import { photo } from './photos/index.ts'

const width = 350
const height = 554
const gap = 26

/** A screen with a chat that is scrolled to its end or its start. */
async function phone(name: string, scrolled: boolean, last: boolean): Promise<BoxNode> {
  const plate = examplePlates.find((one) => one.name === name)!
  const options: PreviewOptions = { ...plate.options, width }
  const tree = toTree(await plate.drawable(), options)
  return box(
    {
      width,
      height,
      marginRight: last ? 0 : gap,
      overflow: 'hidden',
      borderRadius: 26,
      backgroundColor: '#8CABD8',
      justifyContent: scrolled ? 'flex-end' : undefined,
      boxShadow: '0 8px 24px #0a1f4433',
    },
    [tree],
  )
}

export async function drawHero(): Promise<Uint8Array> {
  const phones = [
    await phone('restaurant', false, false),
    await phone('shop-bot', true, false),
    await phone('ticket', false, true),
  ]
  const margin = 30
  const page = box(
    {
      width: 3 * width + 2 * gap + 2 * margin,
      flexDirection: 'row',
      paddingTop: 14,
      paddingBottom: 40,
      paddingLeft: margin,
      paddingRight: margin,
    },
    phones,
  )
  const { renderer, part, renderOptions } = await layOut(page, {
    scale: 1.6,
    loadImage: photo,
    trustImages: true,
  })
  return renderer.render(part, renderOptions)
}
