/**
 * Rich menus and imagemaps: from JSX to areas, to a picture, to a plan.
 *
 * npx tsx --conditions fukidashi-source bench/rich-menu/index.ts [rounds]
 */
import { createEmulator } from '../../src/emulator/index.js'
import { render, renderOne } from '../../src/render/index.js'
import { detailsOf } from '../../src/rich-menu/components/details.js'
import { drawMenu } from '../../src/rich-menu/draw/draw-menu.js'
import { layOutDrawing } from '../../src/rich-menu/draw/lay-out-drawing.js'
import { withImages } from '../../src/rich-menu/draw/images.js'
import { imagemapHandler, planRichMenus } from '../../src/rich-menu/index.js'
import { noisyPng } from '../../test/rich-menu/png-pixels.js'
import { spread, table } from '../support/table.js'
import { imagemap, menu, menusOf } from './menus.js'

const rounds = Number(process.argv[2] ?? 7)
const rows: string[][] = []

/** Times work after a first run: processor time of all threads, and time on the wall. */
async function time(
  name: string,
  goal: string,
  work: (round: number) => unknown,
  repeat = 1,
): Promise<void> {
  await work(-1)
  const processor: number[] = []
  const wall: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    const start = performance.now()
    for (let i = 0; i < repeat; i++) await work(round * repeat + i)
    wall.push((performance.now() - start) / repeat)
    const { user, system } = process.cpuUsage(before)
    processor.push((user + system) / 1_000 / repeat)
  }
  rows.push([name, spread(processor, 2), spread(wall, 2), goal])
}

async function draw(name: string, photo?: Uint8Array): Promise<void> {
  const { json } = await renderOne<object>(menu(name, photo), 'rich-menu', {})
  const { drawing } = detailsOf(json!)
  const isCurrent = (tab: string) => tab === 'menu0'
  const tree = await withImages(drawing!, isCurrent, (one) => Promise.resolve(one as Uint8Array))
  await drawMenu(await layOutDrawing(tree, undefined), 2500)
}

await time('JSX to areas', '2', (i) => renderOne(menu(`Menu ${i}`), 'rich-menu', {}), 50)
await time('imagemap message', '', (i) => render(imagemap(`Map ${i}`)), 50)
await time('picture, 2500 × 1686, PNG', '120', (i) => draw(`Menu ${i}`))
const photo = noisyPng(1200, 800)
await time('the same, quality searched', '400', (i) => draw(`Menu ${i}`, photo))

const widths = [240, 300, 460, 700, 1040]
const ask = (handler: ReturnType<typeof imagemapHandler>) =>
  Promise.all(
    widths.map(async (width) => {
      const url = `https://bot.example.com/maps/shop/${width}`
      const response = await handler.fetch(new Request(url))
      if (response.status !== 200) throw new Error(await response.text())
      return (await response.arrayBuffer()).byteLength
    }),
  )
await time('five imagemap widths, cold', '300', (i) => ask(imagemapHandler([imagemap(`${i}`)])))
const warm = imagemapHandler([imagemap('warm')])
await time('five imagemap widths, cached', '1', () => ask(warm), 50)

const line = createEmulator()
const client = line.client()
const hundred = menusOf(100)
await time('plan of 100 menus', '1000', () => planRichMenus(client, hundred))

console.log(table(['', 'processor, ms', 'wall, ms', 'goal, ms'], rows))
