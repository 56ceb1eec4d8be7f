/** Loads a bot from TypeScript and JSX, and reloads it when one of its files changes. */
import type { RunnableDevEnvironment, ViteDevServer } from 'vite'
import { viteOptions } from '../../../catalog/node/index.js'
import type { Emulator, ReceivingBot } from '../../../emulator/index.js'
import { UsageError } from '../../usage-error.js'
import type { Variables } from '../variables.js'
import { adapted, botMissing } from './adapt-bot.js'
import type { BotSlot } from './bot-slot.js'
import { wordsOf } from './load-error.js'
import { PrintedErrors } from './printed-errors.js'
import { serverBot } from './server-bot.js'
import { Servers } from './servers.js'

/** Changes within so many milliseconds cause one reload: editors write several files at once. */
const PAUSE = 30

/** Milliseconds after which a file that neither exports a bot nor listens is considered to have none. It may still listen later. */
const LATE = 1_000

/** @throws {UsageError} when Vite is not installed; found out before anything else begins */
export function needsVite(): void {
  try {
    import.meta.resolve('vite')
  } catch {
    throw new UsageError('Bots are loaded by Vite, which is not installed: npm install -D vite')
  }
}

/** A Vite server that only loads modules and does not listen. */
export interface Loader {
  server: ViteDevServer
  environment: RunnableDevEnvironment
}

/** @param root - folder of the project */
export async function createLoader(root: string): Promise<Loader> {
  const { createServer, isRunnableDevEnvironment, version } = await import('vite')
  const server = await createServer({
    ...viteOptions(version),
    root,
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false },
  })
  const environment = server.environments['ssr']
  if (!environment || !isRunnableDevEnvironment(environment))
    throw new Error('This version of Vite cannot run modules. Install Vite 6 or newer.')
  return { server, environment }
}

export interface BotFile {
  entry: string
  loader: Promise<Loader>
  slot: BotSlot
  line: Emulator
  variables: Variables
  /** Where a server of the bot receives webhooks. */
  path: string
  log: (text: string) => void
}

/** Loads the bot, and reloads it at every change. Resolves when it is loaded for the first time. */
export async function watchBot(file: BotFile): Promise<void> {
  const { entry, slot, line, variables, log } = file
  const servers = new Servers()
  const printed = new PrintedErrors()
  const report = (error: unknown) => void line.reportFailure(error)
  const toServer = (url: string) => serverBot(url, file.path, printed, report)
  const { server, environment } = await file.loader
  let running: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  let noBot: ReturnType<typeof setTimeout> | undefined

  const host = {
    path: file.path,
    report,
    serve: async (app: Parameters<Servers['start']>[0]) => toServer(await servers.start(app)),
    get wiring() {
      return slot.wiring
    },
  }
  const takes = (bot: ReceivingBot, words: string) => {
    clearTimeout(noBot)
    slot.take(bot)
    log(words)
  }
  const load = async (first: boolean) => {
    slot.loads()
    clearTimeout(noBot)
    const words = first
      ? 'The bot is running. It is loaded again when it changes.'
      : 'Loaded again.'
    try {
      await servers.closeAll()
      for (const notice of variables.load()) if (first) log(notice)
      environment.runner.clearCache()
      // A server that begins to listen late, for example after its database is connected.
      servers.onListening = (url) => {
        if (slot.current.state !== 'running') takes(toServer(url), `${words} It listens at ${url}.`)
      }
      const module = await environment.runner.import<Record<string, unknown>>(entry)
      const bot = await adapted(module, host)
      if (bot) takes(bot, words)
      else if (servers.url !== undefined) servers.onListening(servers.url)
      else {
        const error = botMissing(module)
        if (Object.keys(module).length > 0 && !servers.isAny) throw error
        noBot = setTimeout(() => fails('The bot could not be loaded.', error), LATE)
      }
    } catch (error) {
      fails('The bot could not be loaded.', error)
    }
  }
  const fails = (what: string, error: unknown) => {
    const message = wordsOf(error)
    slot.fails(error, `${what}\n${message}`, line.placeOfError(error))
    console.error(`${what}\n${message}\nIt reloads when a file changes.`)
  }
  // The emulator and its chats stay when the bot crashes.
  process.on('uncaughtException', (error) => {
    line.reportFailure(error)
    fails('The bot crashed.', error)
  })
  process.on('unhandledRejection', (error) => {
    line.reportFailure(error, {
      hint: 'Nothing awaits this promise. Await it, or pass it to ctx.waitUntil: on a server, an unhandled rejection ends the process.',
    })
  })

  server.watcher.on('all', (_event, changed) => {
    const path = changed.replaceAll('\\', '/')
    const known = environment.moduleGraph.getModulesByFile(path)
    // While loading fails, any changed file may fix it.
    if (!known && slot.current.state !== 'failed' && !variables.paths.includes(changed)) return
    // Vite does this later, perhaps after the bot was loaded again.
    environment.moduleGraph.onFileChange(path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(() => load(false))
    }, PAUSE)
  })
  server.watcher.add([entry, ...variables.paths])
  running = load(true)
  await running
}
