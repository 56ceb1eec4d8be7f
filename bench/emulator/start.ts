/** How long `fukidashi dev` takes: until its page is there, and until the bot in it runs. */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds from the command to each. */
interface Start {
  page: number
  bot: number
}

const bot = `import { Text } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'

const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
bot.on('message:text', (ctx) => ctx.reply(<Text>You said {ctx.text}</Text>))
export default bot
`

/** Prints what each way of starting takes: the median of some rounds, and the best. */
export async function starts(rounds: number): Promise<void> {
  console.log('\nfukidashi dev, from the command to …')
  const home = mkdtempSync(join(tmpdir(), 'fukidashi-start-'))
  try {
    const installed = installedIn(home)
    if (installed === undefined) console.log('  the built package: run npm run build first')
    else {
      await show('built package', rounds, [installed, 'dev'], home)
      await show('built package, bot.tsx', rounds, [installed, 'dev', 'bot.tsx'], home)
    }
    const source = [
      '--import',
      'tsx',
      '--conditions',
      'fukidashi-source',
      'src/cli/index.ts',
      'dev',
    ]
    await show('from source (tsx)', rounds, source, resolve('.'))
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** A folder as a user has it, with the package and Vite installed. Gives the command's path. */
function installedIn(home: string): string | undefined {
  if (!existsSync('dist/cli/index.js')) return undefined
  const folder = join(home, 'node_modules/fukidashi')
  mkdirSync(folder, { recursive: true })
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  cpSync('package.json', join(folder, 'package.json'))
  symlinkSync(resolve('node_modules/vite'), join(home, 'node_modules/vite'))
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(home, 'bot.tsx'), bot)
  return join(folder, 'dist/cli/index.js')
}

async function show(name: string, rounds: number, args: string[], cwd: string): Promise<void> {
  const all: Start[] = []
  for (let i = 0; i < rounds; i++) all.push(await once(args, cwd))
  const ms = (of: keyof Start) => {
    const sorted = all.map((one) => one[of]).sort((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)]!
    return `${median.toFixed(0).padStart(5)} ms (best ${sorted[0]!.toFixed(0)})`
  }
  const running = args.includes('bot.tsx') ? `   the running bot ${ms('bot')}` : ''
  console.log(`  ${name.padEnd(24)} the page ${ms('page')}${running}`)
}

async function once(args: string[], cwd: string): Promise<Start> {
  const began = performance.now()
  const child = spawn(process.execPath, [...args, '--port', '0', '--json'], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const { page: url } = JSON.parse(await firstLine(child)) as { page: string }
    for (const path of ['/', '/_fukidashi/ui/page.js', '/_fukidashi/ui/page.css', VIEW])
      await (await fetch(url + path)).text()
    const page = performance.now() - began
    while ((await botState(url)) === 'loading') await sleep(5)
    return { page, bot: performance.now() - began }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await ended
  }
}

const VIEW = '/_fukidashi/ui/view'

async function botState(url: string): Promise<string> {
  const { bot } = (await (await fetch(url + VIEW)).json()) as { bot: { state: string } }
  if (bot.state === 'failed') throw new Error('The bot could not be loaded.')
  return bot.state
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', (code) => reject(new Error(`fukidashi dev ended with ${String(code)}`)))
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const end = text.indexOf('\n')
      if (end !== -1) resolve(text.slice(0, end))
    })
  })
