/** `fukidashi dev`: runs a bot with the emulator. */
import type { Command } from 'commander'
import { allowHostOption, hostOption } from '../shared-options.js'
import type { DevOptions } from './options.js'

/** Adds `fukidashi dev`. */
export function addDev(program: Command): void {
  program
    .command('dev')
    .summary('run a bot with LINE in the browser')
    .description(
      'Runs a bot with an emulator of LINE, and reloads the bot when one of its files changes.',
    )
    .argument('[files...]', 'the file that exports the bot, or starts its server')
    .usage('[options] [bot.tsx]')
    .option('--port <N>', 'port of the page; 0 for a free port', '4000')
    .option('--open', 'open the page in the browser')
    .option('--webhook <URL>', 'URL of a bot that runs separately, in any language')
    .option(
      '--path <PATH>',
      "path at which the bot's server receives webhooks; /webhook by default",
    )
    .option('--state <FILE>', 'file that keeps people and chats between runs')
    .option('--name <NAME>', 'name of the account; that of package.json by default')
    .option(
      '--public <URL>',
      "an https origin that you invent, such as https://bot.example: its pictures and links are the bot's",
    )
    .option(
      '--quiet <N>',
      'a turn ends when the bot has made no API call for N milliseconds; 100 by default with --webhook',
    )
    .addOption(hostOption())
    .addOption(allowHostOption())
    .option('--json', 'print one line: { page, baseUrl, channelSecret, channelAccessToken }')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi dev bot.tsx
  fukidashi dev server.ts --path /callback
  fukidashi dev --webhook http://127.0.0.1:3000/webhook
  fukidashi dev                  prints the settings that a separate bot needs

Ctrl-C ends it, with exit code 0; chats are saved first if there is --state.`,
    )
    .action(async (files: string[], options: DevOptions) => {
      const { dev } = await import('./run-dev.js')
      await dev(files, options)
    })
}
