/** Loads a bot from TypeScript and JSX, and reloads it when one of its files changes. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import type { RunnableDevEnvironment, ViteDevServer } from 'vite'
import { viteOptions } from '../catalog/node/index.js'
import type { BotSlot } from './bot-slot.js'
import { UsageError } from './usage-error.js'

/** Changes within so many milliseconds cause one reload: editors write several files at once. */
const PAUSE = 50

/** Folder of this program. Its stack frames are left out of error messages. */
const here = dirname(fileURLToPath(import.meta.url))

/** @throws {UsageError} when Vite is not installed; found out before anything else begins */
export function needsVite(): void {
  try {
    import.meta.resolve('vite')
  } catch {
    throw new UsageError('Bots are loaded by Vite, which is not installed: npm install -D vite')
  }
}

/** A Vite server that only loads modules and does not listen. */
async function loader(): Promise<{ server: ViteDevServer; runner: RunnableDevEnvironment }> {
  const { createServer, isRunnableDevEnvironment, version } = await import('vite')
  const server = await createServer({
    ...viteOptions(version),
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false },
  })
  const environment = server.environments['ssr']
  if (!environment || !isRunnableDevEnvironment(environment))
    throw new Error('This version of Vite cannot run modules. Install Vite 6 or newer.')
  return { server, runner: environment }
}

/** Loads the bot, and reloads it at every change. */
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
      fails('The bot could not be loaded.', error)
    }
  }
  const fails = (what: string, error: unknown) => {
    const message = wordsOf(error)
    slot.fails(`${what}\n${message}`)
    console.error(`${what}\n${message}\nIt reloads when a file changes.`)
  }
  // The emulator and its chats stay when the bot crashes.
  process.on('uncaughtException', (error) => fails('The bot crashed.', error))

  server.watcher.on('all', (_event, path) => {
    const known = runner.moduleGraph.getModulesByFile(path.replaceAll('\\', '/'))
    // While loading fails, any changed file may fix it.
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

/** The error and its location, without stack frames of the loader. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack = '' } = error
  // Removes terminal colors, which a page cannot display.
  const message = stripVTControlCharacters(error.message)
  const { loc, frame } = error as { loc?: { file?: string; line: number }; frame?: string }
  const place = loc ? `${loc.file ?? ''}:${loc.line}` : ''
  const way = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node_modules|node:internal/.test(line))
    .filter((line) => !line.includes(here))
    .slice(0, 5)
  return [message, place, stripVTControlCharacters(frame ?? ''), ...(loc ? [] : way)]
    .filter(Boolean)
    .join('\n')
}
