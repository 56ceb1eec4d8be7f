/** The package as strangers get it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Packs what is built, installs it in an empty folder, and takes the folder away after use. */
export async function install(use: (home: string) => void | Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'fukidashi-'))
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [{ filename }] = JSON.parse(
      npm(['pack', '--json', '--ignore-scripts', '--pack-destination', root], '.'),
    ) as [{ filename: string }]
    const home = join(root, 'home')
    mkdirSync(home)
    npm(['init', '-y'], home)
    npm(['install', '--offline', '--no-audit', '--no-fund', join(root, filename)], home)
    await use(home)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
