/** Options of `fukidashi dev`, as they are on the command line. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { closest } from '../../common/words.js'
import { type AddressOptions, checkAddress } from '../address.js'
import { UsageError } from '../usage-error.js'

export interface DevOptions extends AddressOptions {
  webhook?: string
  path?: string
  state?: string
  name?: string
  public?: string
  quiet?: string
  open?: true
  json?: true
}

/** Where bots of our pages receive webhooks. */
const USUAL_PATH = '/webhook'

/** @throws {UsageError} */
export function checkOptions(positionals: readonly string[], values: DevOptions) {
  const address = checkAddress(values)
  if (values.quiet !== undefined && !/^\d+$/.test(values.quiet))
    throw new UsageError('--quiet must be a number of milliseconds, such as 500.')
  if (values.public !== undefined && !/^https:\/\/[^/?#@\s]+\/?$/i.test(values.public))
    throw new UsageError(
      '--public must be an https origin without a path, such as https://bot.example.',
    )
  if (values.path !== undefined && !/^\/[^\s?#]*$/.test(values.path))
    throw new UsageError('--path must be a path such as /webhook; it begins with a slash.')
  if (values.state !== undefined && !existsSync(dirname(resolve(values.state))))
    throw new UsageError(`There is no folder ${dirname(values.state)} for the file of --state.`)
  const { entry, webhook } = checkBot(positionals, values)
  return {
    ...values,
    ...address,
    quiet: values.quiet === undefined ? undefined : Number(values.quiet),
    path: values.path ?? USUAL_PATH,
    webhook,
    entry,
  }
}

/** The bot's file, or its URL. @throws {UsageError} */
function checkBot(positionals: readonly string[], { webhook, path }: DevOptions) {
  if (positionals.length > 1)
    throw new UsageError(`Pass one file; these are several: ${positionals.join(', ')}.`)
  const [entry] = positionals
  if (entry !== undefined && webhook !== undefined)
    throw new UsageError('Pass a file or --webhook, not both.')
  if (entry !== undefined && /^https?:\/\//.test(entry))
    throw new UsageError(`${entry} is a URL. Pass it with --webhook.`)
  if (entry !== undefined && !existsSync(entry))
    throw new UsageError(`There is no file ${entry} in ${process.cwd()}.${similarFile(entry)}`)
  if (entry !== undefined && statSync(entry).isDirectory())
    throw new UsageError(
      `${entry} is a folder. Pass the file that exports the bot.${fileIn(entry)}`,
    )
  if (webhook !== undefined && !(/^https?:\/\/[^/]/.test(webhook) && URL.canParse(webhook)))
    throw new UsageError('--webhook must be a URL such as http://127.0.0.1:3000/webhook.')
  return {
    entry: entry === undefined ? undefined : resolve(entry),
    webhook: webhook === undefined ? undefined : withPath(webhook, path),
  }
}

const isCode = (name: string): boolean => /\.[cm]?[jt]sx?$/.test(name)

const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter(isCode)
  } catch {
    return []
  }
}

/** A file with a similar name, or with another ending. */
function similarFile(entry: string): string {
  const folder = dirname(entry)
  const files = filesOf(folder)
  const stem = (name: string) => basename(name).replace(/\.\w+$/, '')
  const near = files.find((name) => stem(name) === stem(entry)) ?? closest(basename(entry), files)
  return near === undefined ? '' : ` Did you mean ${join(folder, near)}?`
}

/** A file of the folder that probably exports the bot. */
function fileIn(folder: string): string {
  const names = filesOf(folder)
  const likely = names.find((name) => /^(?:bot|index|main|app|server|worker)\./.test(name))
  return likely === undefined ? '' : ` Did you mean ${join(folder, likely)}?`
}

/** Adds the path of `--path` to a URL without one. @throws {UsageError} when the URL has another */
function withPath(webhook: string, path: string | undefined): string {
  if (path === undefined) return webhook
  const url = new URL(webhook)
  if (url.pathname !== '/' && url.pathname !== path)
    throw new UsageError(`--webhook has the path ${url.pathname} already. Leave out --path.`)
  url.pathname = path
  return url.href
}
