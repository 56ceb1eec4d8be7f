/**
 * The program of the process that draws untrusted images. `npm run generate` bundles it into a string, so that it works from
 * the sources, from `dist` and from bundles. It reads images from stdin and writes responses to stdout. It ends when stdin
 * ends, or when it uses more memory than permitted.
 *
 * Arguments: the URL of `@takumi-rs/core`, and the memory limit in bytes.
 */
import { writeFileSync } from 'node:fs'
import type { Renderer } from '../takumi.js'
import { encodeFrame, FrameReader } from './frames.js'
import type { DrawAnswer, DrawRequest } from './protocol.js'
import { writePng } from './write-png.js'

/** The maximum of Takumi. */
const maxSide = 8_000
const maxInput = 100_000_000

const [, takumiUrl = '', memory = ''] = process.argv

/** Not `process.exit`, which waits for threads that are still drawing. */
const end = (): void => void process.kill(process.pid, 'SIGKILL')

try {
  // If the machine runs out of memory, Linux ends this process first.
  writeFileSync('/proc/self/oom_score_adj', '1000')
} catch {
  // Not on Linux.
}

const { Renderer: Takumi } = (await import(takumiUrl)) as {
  Renderer: new (options: { cacheMaxBytes: number }) => Renderer
}
const renderer = new Takumi({ cacheMaxBytes: 0 })

function answer(head: DrawAnswer, body: Uint8Array = new Uint8Array()): void {
  for (const chunk of encodeFrame({ head, body })) process.stdout.write(chunk)
}

async function draw(request: DrawRequest, data: Uint8Array): Promise<void> {
  const images = [{ src: 'picture', data, cache: 'none' as const }]
  const picture = { type: 'image' as const, src: 'picture' }
  const { width, height } = await renderer.measure({ ...picture, style: {} }, { images })
  const pixels = width * height
  if (!(pixels > 0)) throw new Error('it has no size')
  if (pixels > request.maxPixels)
    throw new Error(`${width} × ${height} pixels are more than the maximum of ${request.maxPixels}`)
  const wanted =
    request.shorterSide === undefined ? 1 : request.shorterSide / Math.min(width, height)
  const scale = Math.min(
    wanted,
    Math.sqrt(request.maxDrawn / pixels),
    maxSide / Math.max(width, height),
  )
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
  const drawn = await renderer.render(
    { ...picture, style: size },
    { ...size, images, format: 'raw' },
  )
  answer({ width, height }, writePng(drawn, size.width, size.height, 0))
}

let watch: NodeJS.Timeout | undefined
const reader = new FrameReader<DrawRequest>(maxInput, ({ head, body }) => {
  watch = setInterval(() => {
    if (process.memoryUsage.rss() > Number(memory)) end()
  }, 10)
  draw(head, body)
    .catch((error: unknown) =>
      answer({ error: (error instanceof Error ? error.message : String(error)).slice(0, 1_000) }),
    )
    .finally(() => clearInterval(watch))
})
process.stdin.on('data', (chunk: Buffer) => reader.push(chunk))
process.stdin.on('close', end)
process.stdout.on('error', end)
answer({ ready: true })
