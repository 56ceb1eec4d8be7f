/**
 * How long `fukidashi dev` takes: from its start to a running bot, and from a change of a file to the new version.
 *
 * npm run build && npx tsx bench/dev/index.ts [rounds]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const rounds = Number(process.argv[2] ?? 7)
const program = resolve('dist/cli/index.js')

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!

/** A project with a bot whose texts are in another file, and with this package as it is built. */
async function createProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fukidashi-bench-'))
  await mkdir(join(folder, 'node_modules'))
  await symlink(resolve('.'), join(folder, 'node_modules/fukidashi'), 'dir')
  await writeFile(join(folder, 'package.json'), '{ "name": "bench", "type": "module" }')
  await writeFile(
    join(folder, 'bot.tsx'),
    `import { createBot } from 'fukidashi/webhook'
import { Hello } from './hello.js'
const bot = createBot()
bot.on('message:text', (ctx) => ctx.reply(<Hello />))
export default bot
`,
  )
  await writeHello(folder, 0)
  return folder
}

const writeHello = (folder: string, version: number): Promise<void> =>
  writeFile(
    join(folder, 'hello.tsx'),
    `import { Text } from 'fukidashi'\nexport const Hello = () => <Text>{${version}}</Text>\n`,
  )

/** Processor time of a process so far, in milliseconds; Linux counts in hundredths of a second. */
async function processorTime({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Resolves when the program prints a text. */
const printed = (child: ChildProcess, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let all = ''
    const read = (data: unknown) => {
      all += String(data)
      if (all.includes(text)) resolve()
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    child.once('exit', () => reject(new Error(all)))
  })

const start = (folder: string): ChildProcess =>
  spawn(process.execPath, [program, 'dev', 'bot.tsx', '--port', '0'], { cwd: folder })

const folder = await createProject()
try {
  const starts: number[] = []
  const reloads: number[] = []
  const work: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = performance.now()
    const child = start(folder)
    await printed(child, 'The bot is running.')
    starts.push(performance.now() - before)
    work.push(await processorTime(child))
    for (let i = 1; i <= 3; i++) {
      const change = performance.now()
      const loaded = printed(child, 'Loaded again.')
      await writeHello(folder, i)
      await loaded
      reloads.push(performance.now() - change)
      // The editor rests; otherwise one change would be a part of the one before.
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
  }
  console.log(
    `start to running bot: ${median(starts).toFixed(0)} ms (best ${Math.min(...starts).toFixed(0)})`,
  )
  console.log(`processor time of the start: ${median(work).toFixed(0)} ms`)
  console.log(
    `change to new version: ${median(reloads).toFixed(0)} ms (best ${Math.min(...reloads).toFixed(0)})`,
  )
} finally {
  await rm(folder, { recursive: true })
}
