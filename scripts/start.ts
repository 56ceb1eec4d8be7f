/** `npm start`: LINE in the browser, with a tea shop to talk to; `npm start -- --script` plays the conversation without one. */
import { dev } from '../src/cli/dev.ts'

const args = process.argv.slice(2)
if (args.includes('--script')) await import('../examples/shop-bot/index.ts')
else await dev(['examples/shop-bot/bot.tsx', ...args])
