/** Reads arguments, and words what is wrong with them. */
import { styleText } from 'node:util'
import { Command, CommanderError } from 'commander'
import { UsageError } from './usage-error.js'

/** Makes a command. It and its subcommands throw instead of ending the process, and print no errors. */
export const newCommand = (name: string): Command =>
  new Command(name)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    // Colours are removed where the output is not a terminal.
    .configureHelp({
      styleTitle: (title) => styleText('bold', title),
      // Commander wraps lines to the terminal, and keeps the line breaks of the source.
      commandDescription: (command) => command.description().replace(/(?<!\.)\n/g, ' '),
    })

/** The command that the arguments name: the last one of `token issue --kind x`, with the names that lead to it. */
function innermost(command: Command): { command: Command; path: string } {
  let path = command.name()
  for (;;) {
    const [first] = command.args
    const next = command.commands.find((each) => each.name() === first)
    if (next === undefined) return { command, path }
    command = next
    path += ` ${next.name()}`
  }
}

/** What commander says about arguments, in the words of this command. */
function usageError({ code, message }: CommanderError, program: Command): UsageError {
  const { command, path } = innermost(program)
  // Its help was printed.
  if (code === 'commander.help') {
    const names = command.commands.map((each) => each.name()).filter((name) => name !== 'help')
    return new UsageError(`${path} needs one of these commands after it: ${names.join(', ')}.`)
  }
  const [, name = ''] = /'([^']*)'/.exec(message) ?? []
  const [, near] = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message) ?? []
  const hint = near === undefined ? '' : ` Did you mean ${near}?`
  if (code === 'commander.unknownCommand')
    return new UsageError(
      `Unknown command ${JSON.stringify(name)}.${hint}\n\n${command.helpInformation()}`,
    )
  const see = `\nSee ${path} --help.`
  if (code === 'commander.unknownOption')
    return new UsageError(`Unknown option ${name}.${hint}${see}`)
  if (code === 'commander.optionMissingArgument')
    return new UsageError(`${/--[\w-]+/.exec(name)?.[0] ?? name} needs a value after it.${see}`)
  return new UsageError(`${message.replace(/^error: /, '')}${see}`)
}

/**
 * Runs a command.
 *
 * @param args - what is behind its name
 * @throws {UsageError} when the arguments are wrong
 */
export async function parse(command: Command, args: readonly string[]): Promise<void> {
  try {
    await command.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version.
    if (error.exitCode !== 0) throw usageError(error, command)
  }
}
