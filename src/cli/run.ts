/** The `fukidashi` command: one file a subcommand. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { addBuild } from './build.js'
import { addCheck } from './check.js'
import { addConvert } from './convert.js'
import { addDev } from './dev/index.js'
import { configureInit } from './init/index.js'
import { addTrigger } from './trigger/index.js'
import { outliveOutput } from './end.js'
import { newCommand, parse } from './parse.js'
import { addRichMenu } from './rich-menu.js'
import { addStore } from './store.js'

function version(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** The command with its subcommands. */
function program(): Command {
  const command = newCommand('fukidashi')
    .description('LINE messages and bots on this machine')
    .version(version(), '-v, --version')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi init my-bot
  fukidashi dev bot.tsx
  fukidashi check
  fukidashi convert menu.json > menu.tsx

Exit codes: 0 if all went well, 1 if something failed or a check found errors, 2 for wrong arguments.
More: fukidashi help dev`,
    )
  configureInit(command.command('init'), {
    name: 'fukidashi init',
    folder: fileURLToPath(new URL('../../templates/', import.meta.url)),
    version: version(),
  })
  addDev(command)
  addTrigger(command)
  addCheck(command)
  addBuild(command)
  addConvert(command)
  addRichMenu(command)
  addStore(command)
  return command
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
  await parse(command, args)
}
