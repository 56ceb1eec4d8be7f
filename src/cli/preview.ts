/** `fukidashi preview`: the stories of a project in the browser. */
import type { Command } from 'commander'
import { collect } from './address.js'
import { wholeNumber } from './numbers.js'
import type { PreviewCommandOptions } from './preview/run-preview.js'

/** Adds `fukidashi preview`. */
export function addPreview(program: Command): void {
  program
    .command('preview')
    .summary('look at the messages of a project in the browser')
    .description(
      'Shows stories as on phones, in all languages, and renders them again when a file changes.\n' +
        'Story files are **/*.messages.{tsx,ts,jsx,js,mts,mjs}, unless globs are given.',
    )
    .argument('[globs...]', 'story files')
    .option('--port <N>', 'port of the page; 0 for a free port', '4400')
    .option('--open', 'open the page in the browser')
    .option(
      '--emulator <URL>',
      'the emulator that messages are sent to: a running "fukidashi dev"',
      'http://127.0.0.1:4000',
    )
    .option(
      '--timeout <MS>',
      'milliseconds that a story may take to load, and in one locale',
      wholeNumber,
      10_000,
    )
    .option(
      '--host <ADDRESS>',
      'address to listen on, such as 0.0.0.0 in a container; the page then needs the printed token',
    )
    .option(
      '--allow-host <NAME>',
      'a further host name of the page, such as that of a proxy; can be repeated',
      collect,
    )
    .addHelpText(
      'after',
      `
Examples:
  fukidashi preview --open
  fukidashi preview 'src/shop/**/*.messages.tsx'

To send messages to your own LINE, set LINE_CHANNEL_ACCESS_TOKEN and LINE_USER_ID, also in .env.

Ctrl-C ends it, with exit code 0; 2 for wrong arguments.`,
    )
    .action(async (globs: string[], options: PreviewCommandOptions) => {
      const { runPreview } = await import('./preview/run-preview.js')
      await runPreview(globs, options)
    })
}
