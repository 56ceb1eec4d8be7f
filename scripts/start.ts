/** `npm start`: LINE in the browser, with a tea shop to talk to; `npm start -- --script` plays the conversation without one. */
import { dev } from '../src/cli/dev.ts'

const args = process.argv.slice(2)
if (args.includes('--script')) await import('../examples/shop-bot/index.ts')
else
  await dev(['examples/shop-bot/bot.tsx', ...args]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    console.error('Options stand after two dashes: npm start -- --port 0')
    process.exit(1)
  })
