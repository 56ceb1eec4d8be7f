/** Arguments and output that the subcommands of `fukidashi rich-menu` share. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { LineApiError, type LineClient, LineConnectionError } from '../../client/index.js'
import type { RichMenuSet } from '../../rich-menu/index.js'
import { loadMenus } from '../../rich-menu/node/index.js'
import { accountClient } from '../account/settings.js'
import { loadModule } from '../load-module.js'
import { UsageError } from '../usage-error.js'

const defaultFiles = ['rich-menu.tsx', 'rich-menu.ts', 'rich-menu.jsx', 'rich-menu.js']

/**
 * Loads the menus of a file; of `rich-menu.tsx` by default.
 * @throws {UsageError} if there is no such file
 */
export async function menusOf(file: string | undefined): Promise<RichMenuSet> {
  const name = file ?? defaultFiles.find((one) => existsSync(one)) ?? defaultFiles[0]!
  if (!existsSync(name))
    throw new UsageError(
      `There is no file ${name} in ${process.cwd()}. Pass the module with your menus.`,
    )
  return loadMenus(await loadModule(name), resolve(name))
}

/**
 * A client of the account. It tries as often as a bot does: a deployment that fails in the middle is worse than one that takes longer.
 * @throws {UsageError} without a token
 */
export const menuClient = (): LineClient => accountClient({ retry: {} })

/** `10m`, `90s`, `1h`, `0` → milliseconds. */
function duration(text: string): number {
  const parts = /^(\d{1,9})(s|m|h)$/.exec(text)
  if (text === '0') return 0
  if (!parts) throw new InvalidArgumentError('Use a duration such as 10m, 90s or 1h; 0 for none.')
  return Number(parts[1]) * { s: 1_000, m: 60_000, h: 3_600_000 }[parts[2] as 's' | 'm' | 'h']
}

/** `--grace`, in milliseconds. */
export const graceOption = (): Option =>
  new Option(
    '--grace <DURATION>',
    'how long menus are kept after they were replaced, for bots that have their ids',
  )
    .argParser(duration)
    .default(600_000, '10m')

/** An error of a call, with what to do next. */
export function withAdvice(error: unknown): unknown {
  if (error instanceof LineApiError || error instanceof LineConnectionError)
    error.message += '\nUsers still have their menus. Run the command again to go on.'
  return error
}

/** Folder of a file that may not exist yet. */
export const folderOf = (file: string): string => dirname(resolve(file))
