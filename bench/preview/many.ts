/**
 * How many pictures a second, if many are asked for at once: bubbles without images, at 1× and 2×; and whether memory grows.
 *
 *   node --expose-gc --conditions fukidashi-source --import tsx bench/preview/many.ts
 *
 * The first figure is by the clock, the second by the processor time of two cores, for machines that other programs use.
 */
import type { FlexMessage } from '../../src/index.js'
import { toPng } from '../../src/preview/png/index.js'

const atOnce = 200
const cores = 2

const order = (number: number): FlexMessage => ({
  type: 'flex',
  altText: 'Order',
  contents: {
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      contents: [
        { type: 'text', text: `Order ${number}`, weight: 'bold', size: 'xl' },
        {
          type: 'box',
          layout: 'horizontal',
          contents: [
            { type: 'text', text: 'Green tea', flex: 0 },
            { type: 'text', text: '¥480', align: 'end' },
          ],
        },
        { type: 'text', text: 'Thank you. It is on its way.', wrap: true, size: 'sm' },
      ],
    },
    footer: {
      type: 'box',
      layout: 'vertical',
      contents: [
        { type: 'button', style: 'primary', action: { type: 'message', label: 'OK', text: 'ok' } },
      ],
    },
  },
})

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

async function main(): Promise<void> {
  for (const scale of [1, 2]) {
    const draw = (number: number) => toPng(order(number), { scale, frame: 'none' })
    await draw(0)
    for (let round = 1; round <= 3; round++) {
      const before = process.cpuUsage()
      const began = performance.now()
      await Promise.all(Array.from({ length: atOnce }, (_, number) => draw(number)))
      const seconds = (performance.now() - began) / 1000
      const { user, system } = process.cpuUsage(before)
      const byCores = atOnce / ((user + system) / 1e6 / cores)
      console.log(
        `${scale}×, round ${round}: ${(atOnce / seconds).toFixed(0)}/s, ${byCores.toFixed(0)}/s of processor time`,
      )
    }
  }
  for (let drawn = 0; drawn <= 1_000; drawn += 250) {
    globalThis.gc?.()
    const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
    console.log(
      `${drawn} pictures: ${megabytes(heapUsed + arrayBuffers)}, ${megabytes(rss)} in all`,
    )
    for (let number = 0; number < 250; number++)
      await toPng(order(drawn + number), { scale: 1, frame: 'none' })
  }
}

void main()
