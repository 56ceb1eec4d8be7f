/** `fukidashi init`: makes a project with a bot. */
import { type Command, Option } from 'commander'
import { Cancelled } from './ask.js'
import { namesOf, packageManagers, platforms, templates } from './choices.js'
import { init, type InitOptions } from './init.js'

/** Describes the choices of a table, for help. */
const listOf = (table: Readonly<Record<string, string>>): string =>
  Object.entries(table)
    .map(([name, about]) => `  ${name.padEnd(8)} ${about}`)
    .join('\n')

/**
 * Gives a command the arguments and options of `init`.
 *
 * @param name - how the command is called in examples
 * @param folder - the folder `templates/`
 * @param version - version of fukidashi that projects get
 */
export function configureInit(
  command: Command,
  { name, folder, version }: { name: string; folder: string; version: string },
): Command {
  return command
    .summary('make a project with a bot')
    .description(
      'Makes a bot in TypeScript, with tests and a catalog of its messages, in a new folder or one that exists. Asks for what you\n' +
        'do not pass, if there is a terminal. Replaces no file without asking.',
    )
    .argument('[folder]', 'folder of the project; . for this one')
    .addOption(
      new Option('-t, --template <NAME>', 'the bot to begin with').choices(namesOf(templates)),
    )
    .addOption(
      new Option('-p, --platform <NAME>', 'where the bot runs').choices(namesOf(platforms)),
    )
    .addOption(
      new Option(
        '--package-manager <NAME>',
        'found out by default: from the folder, or from what runs this command',
      ).choices(packageManagers),
    )
    .option(
      '--fukidashi <VERSION>',
      'version of fukidashi, or the path of its package; the version of this command by default',
    )
    .option('-y, --yes', 'ask nothing: echo, node, and install')
    .option('--force', 'replace files that exist with other contents')
    .option('--no-install', 'do not install the dependencies')
    .addHelpText(
      'after',
      `
Templates:
${listOf(templates)}

Platforms:
${listOf(platforms)}

Examples:
  ${name} my-bot
  ${name} my-bot --template shop --platform workers --yes
  ${name} . --platform next

Exit codes: 0 when the project is ready, 1 if something failed, 2 for wrong arguments or when files would be replaced,
130 when you end it with Ctrl-C.`,
    )
    .action(async (argument: string | undefined, options: InitOptions) => {
      const hasTerminal = process.stdin.isTTY && process.stdout.isTTY
      try {
        process.exitCode = await init(argument, options, {
          templates: folder,
          version,
          userAgent: process.env['npm_config_user_agent'],
          terminal: hasTerminal ? { input: process.stdin, output: process.stdout } : undefined,
          print: (text) => process.stdout.write(text),
        })
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error
        console.error(error.message)
        process.exitCode = 130
      }
    })
}
