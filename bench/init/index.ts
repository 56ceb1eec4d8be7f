/**
 * How long it takes from `npm create fukidashi` to a passing test: the Node project with its installation, from packed packages.
 * The first round fills npm's cache, the others are counted.
 *
 * npm run build && npx tsx bench/init/index.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packCreate } from '../../scripts/package/create.ts'
import { pack } from '../../scripts/package/pack.ts'

const rounds = 3
const root = mkdtempSync(join(tmpdir(), 'fukidashi-bench-'))

/** Runs npm, and gives the seconds it took. */
function seconds(folder: string, ...args: string[]): number {
  const begin = performance.now()
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  return (performance.now() - begin) / 1000
}

try {
  const fukidashi = pack(root)
  const create = await packCreate(root)
  const results: { init: number; test: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    const name = `bot-${round}`
    const options = ['--yes', '--template', 'shop', '--fukidashi', fukidashi]
    const command = ['exec', '--yes', `--package=${create}`, '--', 'create-fukidashi', name]
    const init = seconds(root, ...command, ...options)
    const test = seconds(join(root, name), 'test')
    if (round > 0) results.push({ init, test })
  }
  for (const { init, test } of results)
    console.log(
      `init ${init.toFixed(1)} s + npm test ${test.toFixed(1)} s = ${(init + test).toFixed(1)} s`,
    )
} finally {
  rmSync(root, { recursive: true, force: true })
}
