/** `fukidashi dev`: LINE on this machine, and a bot in it. */
import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createEmulator, type Emulator } from '../emulator/index.js'
import { listen, loadState, saveState } from '../emulator/node/index.js'
import { serveUi } from '../emulator/ui/index.js'
import { BotSlot } from './bot-slot.js'
import { UsageError } from './usage-error.js'
import { watchBot } from './watch-bot.js'

function optionsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '4000' },
        webhook: { type: 'string' },
        state: { type: 'string' },
        name: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65_535)
      throw new UsageError('--port has to be a number from 0 to 65535.')
    if (positionals.length > 1) throw new UsageError('One bot at a time.')
    const [entry] = positionals
    if (entry !== undefined && values.webhook !== undefined)
      throw new UsageError('Give a file or --webhook, not both.')
    if (entry !== undefined && !existsSync(entry))
      throw new UsageError(`There is no file ${entry}.`)
    if (values.webhook !== undefined && !/^https?:\/\/[^/]/.test(values.webhook))
      throw new UsageError('--webhook has to be an address such as http://127.0.0.1:3000/webhook.')
    return { ...values, port, entry: entry === undefined ? undefined : resolve(entry) }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}

/** What the account is called: as its file, or as the folder of one that is called as any other. */
function nameOf(entry: string | undefined): string {
  if (entry === undefined) return 'Bot'
  const name = basename(entry).replace(/\.\w+$/, '')
  return /^(?:bot|index|main|app)$/.test(name) ? basename(dirname(entry)) : name
}

/** Somebody to begin with, who comes as soon as there is a bot to greet them. */
async function welcome(line: Emulator): Promise<void> {
  if (line.users.length > 0) return
  const aki = line.user('Aki', { friend: false })
  line.group('Team', [aki, line.user('Ken')])
  await aki.follows()
}

/** Variables for a bot that runs elsewhere. */
const environment = ({ account }: Emulator, url: string): Record<string, string> => ({
  LINE_CHANNEL_SECRET: account.channelSecret,
  LINE_CHANNEL_ACCESS_TOKEN: account.channelAccessToken,
  LINE_API_BASE_URL: url,
})

/**
 * Runs until it is interrupted.
 * @throws {UsageError}
 */
export async function dev(args: string[]): Promise<void> {
  const { entry, port, webhook, json, name = nameOf(entry), state: file } = optionsOf(args)
  const slot = entry === undefined ? undefined : new BotSlot()
  const line = createEmulator({
    account: { displayName: name },
    ...(slot ? { bot: slot } : { webhook }),
    ...(file !== undefined && { state: await loadState(file) }),
  })
  if (!slot && webhook !== undefined) line.state.webhook.endpoint = webhook
  const server = await listen(line, { port, pages: serveUi(line, { bot: slot }) })
  const variables = environment(line, server.url)

  const end = () => {
    const saved = file === undefined ? Promise.resolve() : saveState(file, line)
    saved.catch(console.error).finally(() => process.exit(0))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)

  const { channelSecret, channelAccessToken } = line.account
  if (json)
    console.log(
      JSON.stringify({ page: server.url, baseUrl: server.url, channelSecret, channelAccessToken }),
    )
  else console.log(`LINE is ready: open ${server.url}`)

  if (slot && entry !== undefined) {
    // Where a bot asks for them, it gets the emulator's.
    Object.assign(process.env, variables)
    const log = json ? console.error : console.log
    await watchBot(entry, slot, log)
    await welcome(line)
    return
  }
  line.user('Aki')
  if (json) return
  const told = Object.entries(variables).map(([name, value]) => `  export ${name}=${value}`)
  console.log(
    `\nStart your bot with\n\n${told.join('\n')}\n\n` +
      (webhook === undefined
        ? 'and tell the page, or --webhook, where it listens.'
        : `Webhooks go to ${webhook}.`),
  )
}
