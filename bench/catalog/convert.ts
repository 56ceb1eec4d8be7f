/** Times one way of writing messages, and prints how many it writes in a second of processor time. */
import { readFileSync } from 'node:fs'
import { toBuilders, toTsx } from '../../src/convert/index.ts'

const [, , name = '', file = '', milliseconds = ''] = process.argv
const messages = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { message: unknown }).message)
const convert = name.startsWith('toTsx') ? toTsx : toBuilders
const options = { components: name.endsWith('components') }

/** Converts all messages until so many milliseconds of processor time are over. */
function run(limit: number): number {
  const start = process.cpuUsage()
  for (let count = 0; ;) {
    for (const message of messages) convert(message, options)
    count += messages.length
    const { user, system } = process.cpuUsage(start)
    const spent = (user + system) / 1000
    if (spent >= limit) return (count / spent) * 1000
  }
}

run(Number(milliseconds))
console.log(run(Number(milliseconds)))
