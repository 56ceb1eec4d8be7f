/** Times one variant in this process, and prints milliseconds a message. Started by `index.ts`, once for each figure. */
// @ts-expect-error -- plain JavaScript
import { inputs } from '../authoring/data.js'
// @ts-expect-error -- plain JavaScript
import { large, small } from '../authoring/literals/line.js'
import { variants } from './variants.js'

const [name = '', size = '', milliseconds = ''] = process.argv.slice(2)
const messages = size === 'large' ? inputs.large.map(large) : inputs.small.map(small)
const { start, stop } = variants[name]!

/** Processor time for what computes alone; time on the wall where others work too: threads of Takumi, processes of Chromium. */
const isAlone = /^(?:JSON|toTree|toHtml)/.test(name)

async function timed(run: (message: never) => unknown, duration: number): Promise<number> {
  const before = process.cpuUsage()
  const began = performance.now()
  let calls = 0
  for (;;) {
    const message = messages[calls++ % messages.length] as never
    if (isAlone) run(message)
    else await run(message)
    // Looking at the clock costs more than the smallest of them.
    if (isAlone && calls % 16 > 0) continue
    const { user, system } = process.cpuUsage(before)
    const used = isAlone ? (user + system) / 1000 : performance.now() - began
    if (used > duration) return used / calls
  }
}

async function main(): Promise<void> {
  const run = (await start()) as (message: never) => unknown
  // Each message once at least, so that fonts are read and the browser is warm.
  for (const message of messages) await run(message as never)
  await timed(run, Number(milliseconds) / 2)
  process.stdout.write(String(await timed(run, Number(milliseconds))))
  await stop?.()
}

void main()
