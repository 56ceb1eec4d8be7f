#!/usr/bin/env node
/** The `fukidashi` command. */
import { readFileSync } from 'node:fs'
import { dev } from './dev.js'
import { UsageError } from './usage-error.js'

const usage = `fukidashi: LINE bots on this machine

  fukidashi dev bot.tsx              runs a bot and opens LINE in the browser; reloads it whenever it changes
  fukidashi dev --webhook URL        the same for a bot that runs elsewhere, in any language
  fukidashi dev                      prints what that bot has to be told

  --port N       4000 by default; 0 picks a free one
  --webhook URL  where the bot listens, such as http://127.0.0.1:3000/webhook
  --state FILE   keeps people and chats between runs
  --name NAME    what the account is called
  --json         prints one line: { page, baseUrl, channelSecret, channelAccessToken }
  --help
  --version`

async function main([command, ...rest]: string[]): Promise<void> {
  if (command === 'dev' && !rest.includes('--help')) {
    await dev(rest)
    return
  }
  if (command === '--version' || command === '-v') {
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { version: string }
    console.log(version)
    return
  }
  if (command !== undefined && command !== 'dev' && !/^(?:--help|-h|help)$/.test(command))
    throw new UsageError(`There is no ${JSON.stringify(command)}.\n\n${usage}`)
  console.log(usage)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? `fukidashi: ${error.message}` : error)
  process.exit(error instanceof UsageError ? 2 : 1)
})
