#!/usr/bin/env node
/** The `fukidashi` command. */
import { readFileSync } from 'node:fs'
import { dev } from './dev.js'
import { UsageError } from './usage-error.js'

const usage = `fukidashi: LINE bots on this machine

  fukidashi dev bot.tsx              runs a bot with LINE in the browser; reloads the bot when it changes
  fukidashi dev --webhook URL        the same for a bot that runs separately, in any language
  fukidashi dev                      prints the settings that such a bot needs

  --port N       port of the page; 4000 by default; 0 for a free port
  --webhook URL  URL of the bot, such as http://127.0.0.1:3000/webhook
  --state FILE   file that keeps people and chats between runs
  --name NAME    name of the account
  --public URL   an https origin that you invent, such as https://bot.example: its pictures and links are the bot's
  --quiet N      a turn ends when the bot has made no API call for N milliseconds; 100 by default with --webhook
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
    throw new UsageError(`Unknown command ${JSON.stringify(command)}.\n\n${usage}`)
  console.log(usage)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? `fukidashi: ${error.message}` : error)
  process.exit(error instanceof UsageError ? 2 : 1)
})
