/** The `fukidashi` command: one file a subcommand. */
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { outliveOutput } from './end.js'
import { manifest } from './manifest.js'
import { newCommand, parse } from './parse.js'
import { watchThread } from './watchdog/index.js'

type Add = (program: Command) => void

/** Adds each subcommand. Only the one that runs is loaded: all together take longer than most of them. */
const subcommands: Readonly<Record<string, () => Promise<Add>>> = {
  init: async () => {
    const { configureInit } = await import('./init/index.js')
    return (program) =>
      configureInit(program.command('init'), {
        name: 'fukidashi init',
        folder: fileURLToPath(new URL('../../templates/', import.meta.url)),
        version: manifest().version,
      })
  },
  dev: async () => (await import('./dev/index.js')).addDev,
  trigger: async () => (await import('./trigger/index.js')).addTrigger,
  check: async () => (await import('./check.js')).addCheck,
  build: async () => (await import('./build.js')).addBuild,
  preview: async () => (await import('./preview.js')).addPreview,
  shot: async () => (await import('./shot.js')).addShot,
  diff: async () => (await import('./diff.js')).addDiff,
  convert: async () => (await import('./convert.js')).addConvert,
  'rich-menu': async () => (await import('./rich-menu.js')).addRichMenu,
  send: async () => (await import('./account/send.js')).addSend,
  webhook: async () => (await import('./account/webhook.js')).addWebhook,
  token: async () => (await import('./account/token.js')).addToken,
  quota: async () => (await import('./account/quota.js')).addQuota,
  users: async () => (await import('./account/users.js')).addUsers,
  doctor: async () => (await import('./account/doctor.js')).addDoctor,
  store: async () => (await import('./store.js')).addStore,
  queue: async () => (await import('./queue.js')).addQueue,
}

/** Subcommands that run code of the project, which may never return. */
const running = new Set(['dev', 'check', 'build', 'preview', 'shot', 'rich-menu', 'send'])

/** The command with the subcommand that is named first, or with all of them. */
export async function program([name = '']: readonly string[]): Promise<Command> {
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
  const loaders = Object.hasOwn(subcommands, name)
    ? [subcommands[name]!]
    : Object.values(subcommands)
  for (const add of await Promise.all(loaders.map((load) => load()))) add(command)
  if (running.has(name))
    command.hook('preAction', (_, action) => {
      // A handler of a bot has two seconds.
      const usual = name === 'dev' ? 5_000 : 10_000
      watchThread(action.opts<{ timeout?: number }>().timeout ?? usual)
    })
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
  const command = await program(args)
  if (args.length === 0) {
    command.outputHelp()
    return
  }
  await parse(command, args)
}
