/** What tests of queues in workerd share. */
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

/**
 * Starts a Worker. `stop` kills it.
 *
 * @param options - of Miniflare
 * @param define - of esbuild
 */
export async function startWorker(file, options, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['workerd', 'worker', ...process.argv.slice(2)],
    external: ['node:*'],
    define,
  })
  const miniflare = new Miniflare({
    modules: true,
    script: outputFiles[0].text,
    compatibilityDate: '2025-01-01',
    ...options,
  })
  const address = await miniflare.ready
  return {
    fetch: (path, init) => fetch(new URL(path, address), init),
    /** Calls the Worker as a cron trigger does. */
    scheduled: async () => (await miniflare.getWorker()).scheduled({ cron: '* * * * *' }),
    stop: () => miniflare.dispose(),
  }
}

export function wanted(what, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
}

/** Waits for a condition; a minute at most. */
export async function until(what, condition) {
  const end = Date.now() + 60_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`${what}: not within a minute`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
