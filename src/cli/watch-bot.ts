/** Loads a bot from TypeScript and JSX, and again whenever one of its files changes. */
import type { RunnableDevEnvironment, ViteDevServer } from 'vite'
import type { BotSlot } from './bot-slot.js'
import { UsageError } from './usage-error.js'

/** Milliseconds in which changes count as one: editors write several files at a time. */
const PAUSE = 50

async function vite(): Promise<typeof import('vite')> {
  try {
    return await import('vite')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError('Bots are loaded by Vite, which is not installed: npm install -D vite')
  }
}

/** A server that only loads modules: it listens to nobody. */
async function loader(): Promise<{ server: ViteDevServer; runner: RunnableDevEnvironment }> {
  const { createServer, isRunnableDevEnvironment, version } = await vite()
  // A bot sees the same conditions as this program.
  const flags = process.execArgv.join(' ').matchAll(/(?:-C|--conditions)[ =](\S+)/g)
  const conditions = Array.from(flags, ([, name]) => name!)
  const jsx = { runtime: 'automatic', importSource: 'fukidashi', development: true } as const
  const esbuild = { jsx: 'automatic', jsxImportSource: 'fukidashi', jsxDev: true } as const
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false },
    // The names of the same thing before and after Vite changed its compiler.
    ...(Number.parseInt(version, 10) >= 8 ? { oxc: { jsx } } : { esbuild }),
    resolve: { tsconfigPaths: true },
    ssr: { resolve: { conditions, externalConditions: conditions } },
  })
  const environment = server.environments['ssr']
  if (!environment || !isRunnableDevEnvironment(environment))
    throw new Error('This version of Vite cannot run modules; 6 or newer can.')
  return { server, runner: environment }
}

/** Loads the bot into its slot, and goes on doing so. */
export async function watchBot(
  entry: string,
  slot: BotSlot,
  log: (text: string) => void,
): Promise<void> {
  const { server, runner } = await loader()
  let running: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = async (first: boolean) => {
    slot.loads()
    try {
      runner.runner.clearCache()
      slot.take(await runner.runner.import<Record<string, unknown>>(entry))
      log(first ? 'The bot is running. It is loaded again when it changes.' : 'Loaded again.')
    } catch (error) {
      const message = wordsOf(error)
      slot.fails(message)
      console.error(`The bot could not be loaded.\n${message}`)
    }
  }

  server.watcher.on('all', (_event, path) => {
    const known = runner.moduleGraph.getModulesByFile(path.replaceAll('\\', '/'))
    // While it fails, any file may be the one that was missing.
    if (!known && slot.current.state !== 'failed') return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(() => load(false))
    }, PAUSE)
  })
  server.watcher.add(entry)
  running = load(true)
  await running
}

/** What went wrong, and where; without the way through the loader. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { message, stack = '' } = error
  const { loc, frame } = error as { loc?: { file?: string; line: number }; frame?: string }
  const place = loc ? `${loc.file ?? ''}:${loc.line}` : ''
  const way = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node_modules|node:internal/.test(line))
    .slice(0, 5)
  return [message, place, frame ?? '', ...(loc ? [] : way)].filter(Boolean).join('\n')
}
