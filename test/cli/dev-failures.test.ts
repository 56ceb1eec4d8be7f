/** What goes wrong in a bot under `fukidashi dev`, as the page gets it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { ask, endAll, projectFolder, startDev, stateOf } from './dev-process.js'

afterEach(endAll)

async function project(files: Record<string, string>): Promise<string> {
  const folder = await projectFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

interface LogRecord {
  type: string
  number: number
  name?: string
  message?: string
  webhook?: number
  hint?: string
  place?: { file: string; line: number }
  frame?: { firstLine: number; lines: string[] }
}

const log = async (page: string) => (await ask(page, '/log')) as unknown as LogRecord[]
const failures = async (page: string) => (await log(page)).filter(({ type }) => type === 'failure')

/** Lets Aki say a text, and returns the number of the webhook. */
async function says(page: string, text: string): Promise<number> {
  const { webhook } = await ask(page, '/people/Aki/says', { text })
  return (webhook as LogRecord).number
}

const started = async (folder: string, file: string, ...args: string[]) => {
  const dev = await startDev([file, ...args], { cwd: folder })
  await expect.poll(() => stateOf(dev.page)).not.toEqual({ state: 'loading' })
  return dev
}

const bot = `import { createBot } from 'fukidashi/webhook'
const bot = createBot()
bot.on(/throw/, () => {
  throw new TypeError('out of tea')
})
bot.on(/late/, () => {
  setImmediate(() => Promise.reject(new Error('too late')))
})
bot.on(/line/, async () => {
  await fetch('https://api.line.me/v2/bot/info').catch(() => undefined)
})
bot.on('message:text', (ctx) => ctx.reply('hi'))
export default bot
`

it('has errors of handlers, errors after them, and requests to LINE, each with its place', async () => {
  const folder = await project({ 'bot.ts': bot })
  const { page, said } = await started(folder, 'bot.ts')

  const first = await says(page, 'throw')
  expect(await failures(page)).toMatchObject([
    { name: 'TypeError', webhook: first, place: { file: 'bot.ts', line: 4 } },
  ])
  // In full in the terminal, and once.
  await expect.poll(() => said().split('out of tea').length - 1).toBe(2)
  await expect.poll(said).toMatch(/> 4 \| {3}throw new TypeError\('out of tea'\)/)

  const second = await says(page, 'late')
  await expect.poll(() => failures(page)).toHaveLength(2)
  expect((await failures(page))[1]).toMatchObject({
    message: 'too late',
    webhook: second,
    place: { file: 'bot.ts', line: 7 },
    hint: expect.stringContaining('ctx.waitUntil') as string,
  })
  expect(await stateOf(page)).toEqual({ state: 'running' })

  const third = await says(page, 'line')
  await expect.poll(() => failures(page)).toHaveLength(3)
  expect((await failures(page))[2]).toMatchObject({
    name: 'LineReachedError',
    webhook: third,
    message: expect.stringContaining('LINE_API_BASE_URL') as string,
  })

  await writeFile(join(folder, 'bot.ts'), bot.replace('const bot = ', 'const bot = = '))
  const place = { file: 'bot.ts', line: 2 }
  await expect
    .poll(() => stateOf(page))
    .toMatchObject({ state: 'failed', place, frame: { firstLine: 1 } })
  const fourth = await says(page, 'hi')
  await expect.poll(() => failures(page)).toHaveLength(4)
  expect((await failures(page))[3]).toMatchObject({ webhook: fourth, place })
})

it('has errors of a server of the bot’s own, also those that it only prints', async () => {
  const folder = await project({
    'server.ts': `import { createServer } from 'node:http'
import { createBot, toNodeListener } from 'fukidashi/webhook'
const bot = createBot()
bot.on(/throw/, () => {
  throw new TypeError('out of tea')
})
bot.on('message:text', (ctx) => ctx.reply('hi'))
const listener = toNodeListener(bot)
createServer((request, response) => {
  if (request.url !== '/callback') {
    const error = new Error('no such page')
    console.error(error.stack)
    response.writeHead(500).end()
  } else listener(request, response)
}).listen(0, '127.0.0.1')
`,
  })
  const right = await started(folder, 'server.ts', '--path', '/callback')
  const { messages } = await ask(right.page, '/people/Aki/says', { text: 'hi' })
  expect(messages).toMatchObject([{ text: 'hi' }])
  const webhook = await says(right.page, 'throw')
  expect(await failures(right.page)).toMatchObject([
    { name: 'TypeError', webhook, place: { file: 'server.ts', line: 5 } },
  ])

  const wrong = await started(folder, 'server.ts')
  const number = await says(wrong.page, 'hi')
  expect(await failures(wrong.page)).toContainEqual(
    expect.objectContaining({
      message: 'no such page',
      webhook: number,
      place: expect.objectContaining({ file: 'server.ts', line: 11 }) as object,
    }),
  )
})

it('needs a token for other machines', async () => {
  const { page } = await startDev(['--host', '0.0.0.0'])
  const { origin, searchParams } = new URL(page)
  expect((await fetch(`${origin}/_fukidashi/people`)).status).toBe(403)
  const token = searchParams.get('token')
  expect((await fetch(`${origin}/_fukidashi/people?token=${token}`)).status).toBe(200)
  expect(token).toMatch(/^[\w-]{32}$/)
})
