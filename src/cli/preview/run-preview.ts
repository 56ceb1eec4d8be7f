/** Runs the preview until it is interrupted. */
import { randomBytes } from 'node:crypto'
import { type PreviewServer, type Receivers, startPreview } from '../../catalog/preview/index.js'
import { defaultPatterns } from '../../catalog/node/index.js'
import { type AddressOptions, checkAddress, pagesOf } from '../address.js'
import { nothingFound } from '../check.js'
import { openBrowser } from '../dev/open-browser.js'
import { openInEditor } from '../dev/open-in-editor.js'
import { packageName } from '../dev/project.js'
import { fileVariable } from '../dev/variables.js'
import { UsageError } from '../usage-error.js'
import { Interrupts } from './interrupts.js'

/** Options as they are on the command line. */
export interface PreviewCommandOptions extends AddressOptions {
  open?: true
  emulator: string
  timeout: number
}

/** @throws {UsageError} */
export async function runPreview(globs: string[], options: PreviewCommandOptions): Promise<void> {
  const { port, host, allowedHosts, isShared } = checkAddress(options)
  const root = process.cwd()
  const token = isShared ? randomBytes(24).toString('base64url') : undefined
  const interrupts = new Interrupts()
  const server = await start({
    root,
    patterns: globs.length > 0 ? globs : defaultPatterns,
    name: packageName(root) ?? root.replace(/^.*[\\/]/, ''),
    receivers: receiversOf(root, emulatorOf(options.emulator)),
    timeout: options.timeout,
    port,
    host,
    allowedHosts,
    token,
    openInEditor,
    around: (run) => interrupts.pausedWhile(run),
  })
  // Stories may have timers; the page stays.
  process.on('uncaughtException', (error) => console.error(error))
  process.on('unhandledRejection', (error) => console.error(error))
  const [page = server.url, ...others] = pagesOf(server, host, token)
  const before = 'The preview is ready: open '
  console.log([before + page, ...others].join(`\n${' '.repeat(before.length)}`))
  if (options.open) openBrowser(page, console.log)
  const { stories, files } = await server.session.ready()
  if (files === 0 && globs.length > 0) throw new UsageError(nothingFound(globs))
  console.log(
    files === 0
      ? `${nothingFound(globs)} The page shows files as soon as there are some.`
      : `${counted(stories, 'story', 'stories')} in ${counted(files, 'file', 'files')}. They are rendered again when a file changes.`,
  )
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** @throws {UsageError} when the port cannot be had */
async function start(options: Parameters<typeof startPreview>[0]): Promise<PreviewServer> {
  try {
    return await startPreview(options)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why =
      code === 'EADDRINUSE'
        ? 'is taken, perhaps by another `fukidashi preview`'
        : `cannot be had (${message})`
    throw new UsageError(
      `Port ${options.port} ${why}. Use another port with --port N, or any free port with --port 0.`,
    )
  }
}

/** The origin of the emulator. @throws {UsageError} */
function emulatorOf(url: string): string {
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url))
    throw new UsageError('--emulator must be a URL such as http://127.0.0.1:4000.')
  return new URL(url).origin
}

/** Where messages are sent to; the developer's own LINE if its variables are set. */
function receiversOf(root: string, emulator: string): Receivers {
  const variable = (name: string) => {
    const value = process.env[name] ?? fileVariable(root, name)
    return value === undefined || value.trim() === '' ? undefined : value.trim()
  }
  const channelAccessToken = variable('LINE_CHANNEL_ACCESS_TOKEN')
  const userId = variable('LINE_USER_ID')
  const isSet = channelAccessToken !== undefined && userId !== undefined
  return {
    emulator,
    line: isSet
      ? { channelAccessToken, userId, baseUrl: variable('LINE_API_BASE_URL') }
      : undefined,
  }
}
