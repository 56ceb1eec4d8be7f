/** The `fukidashi` command: one file a subcommand. */
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { addAccount } from './account/add-account.js'
import { addBuild } from './build.js'
import { addCheck } from './check.js'
import { addConvert } from './convert.js'
import { addDiff } from './diff.js'
import { addDev } from './dev/index.js'
import { configureInit } from './init/index.js'
import { addShot } from './shot.js'
import { addTrigger } from './trigger/index.js'
import { outliveOutput } from './end.js'
import { manifest } from './manifest.js'
import { newCommand, parse } from './parse.js'
import { addPreview } from './preview.js'
import { addQueue } from './queue.js'
import { addRichMenu } from './rich-menu.js'
import { addStore } from './store.js'

/** The command with its subcommands. */
function program(): Command {
  const command = newCommand('fukidashi')
    .description('LINE messages and bots on this machine')
    .version(manifest().version, '-v, --version')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi init my-bot
  fukidashi dev bot.tsx
  fukidashi check
  fukidashi diff main --out report
  fukidashi convert menu.json > menu.tsx

Exit codes: 0 if all went well, 1 if something failed or a check found errors, 2 for wrong arguments.
More: fukidashi help dev`,
    )
  configureInit(command.command('init'), {
    name: 'fukidashi init',
    folder: fileURLToPath(new URL('../../templates/', import.meta.url)),
    version: manifest().version,
  })
  addDev(command)
  addTrigger(command)
  addCheck(command)
  addBuild(command)
  addPreview(command)
  addShot(command)
  addDiff(command)
  addConvert(command)
  addRichMenu(command)
  addAccount(command)
  addStore(command)
  addQueue(command)
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
