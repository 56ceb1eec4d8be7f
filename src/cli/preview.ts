/** `fukidashi preview`: the stories of a project in the browser, or as pages that open without a server. */
import type { Command } from 'commander'
import type { PreviewCommandOptions } from './preview/run-preview.js'
import type { SiteCommandOptions } from './preview/write-site.js'
import { allowHostOption, hostOption, timeoutOption } from './shared-options.js'
import { UsageError } from './usage-error.js'

/** Options that concern the server only. */
const serverOptions = ['port', 'open', 'emulator', 'host', 'allowHost'] as const

/** Adds `fukidashi preview`. */
export function addPreview(program: Command): void {
  const command = program
    .command('preview')
    .summary('look at the messages of a project in the browser')
    .description(
      'Shows stories as on phones, in all languages, and renders them again when a file changes.\n' +
        'With --out, writes pages that open without a server: index.html with a tree and search, and <locale>/<title>/<name>.html.\n' +
        'Story files are **/*.messages.{tsx,ts,jsx,js,mts,mjs}, unless globs are given.',
    )
    .argument('[globs...]', 'story files')
    .option(
      '-o, --out <FOLDER>',
      'write pages into this folder; what an earlier run wrote there is replaced',
    )
    .option('--title <TEXT>', 'with --out: title of the pages')
    .option('--port <N>', 'port of the page; 0 for a free port', '4400')
    .option('--open', 'open the page in the browser')
    .option(
      '--emulator <URL>',
      'the emulator that messages are sent to: a running "fukidashi dev"',
      'http://127.0.0.1:4000',
    )
    .addOption(timeoutOption('milliseconds that a story may take to load, and in one locale'))
    .addOption(hostOption())
    .addOption(allowHostOption())
    .addHelpText(
      'after',
      `
Examples:
  fukidashi preview --open
  fukidashi preview 'src/shop/**/*.messages.tsx'
  fukidashi preview --out site

To send messages to your own LINE, set LINE_CHANNEL_ACCESS_TOKEN and LINE_USER_ID, also in .env.

Ctrl-C ends it, with exit code 0. With --out: 0 when the pages were written, 1 if a file could not be loaded (all others are in the pages).
2 for wrong arguments, or when --out finds no stories.`,
    )
  command.action(async (globs: string[], options: PreviewCommandOptions & SiteCommandOptions) => {
    if (options.out === undefined) {
      if (options.title !== undefined)
        throw new UsageError('--title is for --out only.\nSee fukidashi preview --help.')
      const { runPreview } = await import('./preview/run-preview.js')
      await runPreview(globs, options)
      return
    }
    const unused = serverOptions.find((name) => command.getOptionValueSource(name) === 'cli')
    if (unused !== undefined)
      throw new UsageError(
        `--out writes pages without a server, so ${unused === 'allowHost' ? '--allow-host' : `--${unused}`} has no effect. Leave one of them out.`,
      )
    const { writeSite } = await import('./preview/write-site.js')
    await writeSite(globs, { ...options, out: options.out })
  })
}
