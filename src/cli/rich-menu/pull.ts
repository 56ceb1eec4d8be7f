/** `fukidashi rich-menu pull`. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { pullMenus } from '../../rich-menu/node/index.js'
import { formatted } from '../format.js'
import { print } from '../progress.js'
import { folderOf, menuClient } from './shared.js'

/** Adds `fukidashi rich-menu pull`. */
export function addPull(command: Command): void {
  command
    .command('pull')
    .summary('write the menus of the account as a module')
    .description(
      'Writes a module with the menus of the account, and their pictures beside it. A plan of it is empty.',
    )
    .argument('[file]', 'module to write', 'rich-menu.tsx')
    .option('--owner <NAME>', 'owner of the menus; by default the one that the account has, or bot')
    .option('--force', 'replace files that exist')
    .option('--json', 'print JSON: { files, notes }')
    .action(pull)
}

async function pull(
  file: string,
  { owner, force, json }: { owner?: string; force?: true; json?: true },
): Promise<void> {
  const { source, pictures, notes } = await pullMenus(menuClient(), owner)
  const folder = folderOf(file)
  const contents = new Map<string, string | Uint8Array>([
    [resolve(file), await formatted(source, resolve(file))],
    ...[...pictures].map(([name, bytes]) => [join(folder, name), bytes] as const),
  ])
  const existing = [...contents.keys()].filter((path) => existsSync(path)).map(named)
  if (existing.length > 0 && !force)
    throw new Error(`${existing.join(', ')} exists. Delete it, or pass --force to replace it.`)
  await mkdir(folder, { recursive: true })
  for (const [path, content] of contents) await writeFile(path, content)
  const files = [...contents.keys()].map(named)
  await print(json, { files, notes }, [`Wrote ${files.join(', ')}.`, ...notes].join('\n'))
}

const named = (path: string): string => relative(process.cwd(), path)
