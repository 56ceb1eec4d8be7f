/** What it costs to import a client, over an empty process: milliseconds, the median of several. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { median } from './median.js'

/** Bundled as it is shipped: one file for the entry point. */
export async function importTimes(rounds: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(import.meta.dirname, '.import-'))
  try {
    await build({
      entryPoints: [join(import.meta.dirname, '../../src/client/index.ts')],
      outfile: join(folder, 'client.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      conditions: ['fukidashi-source'],
      logLevel: 'error',
    })
    const modules = {
      empty: '',
      fukidashi: `import ${JSON.stringify(join(folder, 'client.mjs'))}`,
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
