/** Packs the built package and checks the tarball with publint and attw. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'fukidashi-'))
const tool = (name: string, ...args: string[]) =>
  execFileSync(join('test/peers/node_modules/.bin', name), args, { stdio: 'inherit' })
try {
  const tarball = pack(folder)
  tool('publint', 'run', tarball, '--strict')
  tool('attw', tarball, '--profile', 'esm-only')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
