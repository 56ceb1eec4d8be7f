/** The `fukidashi` command: one file a subcommand. */
import { readFileSync } from 'node:fs'
import { styleText } from 'node:util'
import { Command, CommanderError } from 'commander'
import { addBuild } from './build.js'
import { addCheck } from './check.js'
import { addConvert } from './convert.js'
import { addDev } from './dev/index.js'
import { addPreview } from './preview.js'
import { addTrigger } from './trigger/index.js'
import { outliveOutput } from './end.js'
import { addRichMenu } from './rich-menu.js'
import { addStore } from './store.js'
import { UsageError } from './usage-error.js'

function version(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** The command with its subcommands. They throw instead of ending the process, and print no errors. */
function program(): Command {
  const command = new Command('fukidashi')
    .description('LINE messages and bots on this machine')
    .version(version(), '-v, --version')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    // Colours are removed where the output is not a terminal.
    .configureHelp({ styleTitle: (title) => styleText('bold', title) })
    .addHelpText(
      'after',
      `
Examples:
  fukidashi dev bot.tsx
  fukidashi check
  fukidashi convert menu.json > menu.tsx

Exit codes: 0 if all went well, 1 if something failed or a check found errors, 2 for wrong arguments.
More: fukidashi help dev`,
    )
  addDev(command)
  addTrigger(command)
  addCheck(command)
  addBuild(command)
  addPreview(command)
  addConvert(command)
  addRichMenu(command)
  addStore(command)
  return command
}

/** What commander says about arguments, in the words of this command. */
function usageError({ code, message }: CommanderError, command: Command): UsageError {
  const [, name = ''] = /'([^']*)'/.exec(message) ?? []
  const [, near] = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message) ?? []
  const hint = near === undefined ? '' : ` Did you mean ${near}?`
  if (code === 'commander.unknownCommand')
    return new UsageError(
      `Unknown command ${JSON.stringify(name)}.${hint}\n\n${command.helpInformation()}`,
    )
  const [subcommand = ''] = command.args
  const see = `\nSee ${`fukidashi ${subcommand}`.trim()} --help.`
  if (code === 'commander.unknownOption')
    return new UsageError(`Unknown option ${name}.${hint}${see}`)
  if (code === 'commander.optionMissingArgument')
    return new UsageError(`${/--[\w-]+/.exec(name)?.[0] ?? name} needs a value after it.${see}`)
  return new UsageError(`${message.replace(/^error: /, '')}${see}`)
}

/**
 * Runs the command.
 *
 * @param args - what is behind `fukidashi`
 * @throws {UsageError} when the arguments are wrong
 */
export async function run(args: string[]): Promise<void> {
  outliveOutput()
  const command = program()
  if (args.length === 0) {
    command.outputHelp()
    return
  }
  try {
    await command.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version.
    if (error.exitCode !== 0) throw usageError(error, command)
  }
}
