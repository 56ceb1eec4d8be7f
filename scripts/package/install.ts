/** The package as users get it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm, pack } from './pack.ts'

/** Packs what is built, installs it in an empty folder, and removes the folder after use. */
export async function install(use: (home: string) => void | Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'fukidashi-'))
  try {
    const tarball = pack(root)
    const home = join(root, 'home')
    mkdirSync(home)
    npm(['init', '-y'], home)
    npm(['install', '--offline', '--no-audit', '--no-fund', tarball], home)
    await use(home)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
