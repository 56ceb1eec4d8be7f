/** What it costs to import a client, over an empty process: milliseconds, the median of several. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peersCache } from '../support/peers.js'
import { median } from './median.js'

/** Of the package as it is built, which is what is shipped. */
export function importTimes(rounds: number): Record<string, number> {
  const root = join(import.meta.dirname, '../..')
  if (!existsSync(join(root, 'dist/webhook/index.js')))
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] })
  const folder = mkdtempSync(join(peersCache(), 'import-'))
  try {
    const from = (entry: string) =>
      `import ${JSON.stringify(join(root, 'dist', entry, 'index.js'))}`
    const modules = {
      empty: '',
      'fukidashi/client': from('client'),
      'fukidashi/client + fukidashi/webhook': `${from('client')}; ${from('webhook')}`,
      '@line/bot-sdk': `import '@line/bot-sdk'`,
    }
    const times: Record<string, number[]> = {}
    for (const [name, code] of Object.entries(modules))
      writeFileSync(join(folder, `${name.replace(/\W/g, '')}.mjs`), code)
    for (let i = 0; i <= rounds; i++)
      for (const name of Object.keys(modules)) {
        const started = performance.now()
        execFileSync(process.execPath, [join(folder, `${name.replace(/\W/g, '')}.mjs`)])
        // The first round fills the caches.
        if (i > 0) (times[name] ??= []).push(performance.now() - started)
      }
    const empty = median(times['empty']!)
    return Object.fromEntries(
      Object.entries(times).map(([name, all]) => [name, median(all) - empty]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
