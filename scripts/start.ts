/** `npm start`: LINE in the browser, with the bot of a tea shop; `npm start -- --script` plays a conversation in the terminal. */
import { run } from '../src/cli/run.ts'

const args = process.argv.slice(2)
if (args.includes('--script')) await import('../examples/shop-bot/index.ts')
else
  await run(['dev', 'examples/shop-bot/bot.tsx', ...args]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    console.error('Put options after two dashes: npm start -- --port 0')
    process.exit(1)
  })
