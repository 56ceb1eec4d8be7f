/** Pushes for some seconds, 50 at a time, and prints requests a second and CPU a request. */
import { variants } from './variants.js'

const [name = '', url = '', seconds = '3'] = process.argv.slice(2)
const push = await variants[name]!(url)

async function run(ms: number): Promise<{ rate: number; cpu: number }> {
  const end = performance.now() + ms
  let count = 0
  const before = process.cpuUsage()
  const started = performance.now()
  const worker = async () => {
    while (performance.now() < end) {
      await push()
      count++
    }
  }
  await Promise.all(Array.from({ length: 50 }, worker))
  const took = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { rate: (count / took) * 1000, cpu: (user + system) / count }
}

await run(1500)
process.stdout.write(JSON.stringify(await run(Number(seconds) * 1000)))
process.exit()
