/** `fukidashi trigger`: sends an event to a bot at any URL. */
import type { Command } from 'commander'
import { eventList } from './events.js'
import type { TriggerOptions } from './trigger.js'

/** Adds `fukidashi trigger`. */
export function addTrigger(program: Command): void {
  program
    .command('trigger')
    .summary('send an event to a bot')
    .description('Sends a signed event to the webhook URL of a bot, and prints its answer.')
    .argument('<event>', 'name of the event, see below')
    .argument('[content]', 'text of the message, or data of the postback')
    .option('--url <URL>', 'webhook URL of the bot', 'http://127.0.0.1:3000/webhook')
    .option(
      '--secret <SECRET>',
      'channel secret of the bot; LINE_CHANNEL_SECRET by default, also of .env',
    )
    .option('--user <ID>', 'id of the person; random by default')
    .option('--group', 'sends the message in a group')
    .option('--print', 'prints the signature and the body instead of sending them')
    .addHelpText(
      'after',
      () => `
Events:
${eventList()}

Examples:
  fukidashi trigger follow
  fukidashi trigger text "menu" --url http://127.0.0.1:8000/callback
  fukidashi trigger postback "action=buy&id=1" --group

Exit codes: 0 if the bot answered with 2xx, 1 if it did not, 2 for wrong arguments.`,
    )
    .action(async (name: string, content: string | undefined, options: TriggerOptions) => {
      const { trigger } = await import('./trigger.js')
      process.exitCode = await trigger(name, content, options)
    })
}
