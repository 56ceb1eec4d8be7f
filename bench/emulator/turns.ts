/** A conversation in one process: time and processor time of a turn. */
import { createEmulator } from '../../src/emulator/index.js'
import { createBot } from '../../src/webhook/index.js'

const COUNT = 8_000

const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
const line = createEmulator({ bot })
const aki = line.user('Aki')

const talk = async (count: number) => {
  for (let i = 0; i < count; i++) await aki.says('hello')
}
await talk(COUNT / 2)
const before = process.cpuUsage()
const start = performance.now()
await talk(COUNT)
const ms = (performance.now() - start) / COUNT
const { user, system } = process.cpuUsage(before)
if (aki.messages.length === 0) throw new Error('The bot said nothing.')
process.send!({ ms, cpu: (user + system) / COUNT })
