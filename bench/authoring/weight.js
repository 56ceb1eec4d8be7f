/** What loading the library costs: milliseconds at the start of a process, and KiB where it is bundled. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundle, cache, root } from '../support/bundle.js'
import { interleaved, node } from '../support/rounds.js'
import { spread, table } from '../support/table.js'

const programs = {
  fukidashi: { name: 'fukidashi', target: '≤ 20 ms' },
  '@line/bot-sdk': { name: '@line/bot-sdk' },
  'jsx-slack': { name: 'jsx-slack' },
}

/** The table of start times, as Markdown. */
export async function imports({ rounds, spawns }) {
  const { entry, note } = await core()
  const file = (name, code) => {
    const path = join(cache, `${name}.mjs`)
    writeFileSync(path, code + tellTime)
    return path
  }
  const files = {
    empty: file('empty', ''),
    fukidashi: file('import-fukidashi', `import ${JSON.stringify(entry)}\n`),
    '@line/bot-sdk': file('import-bot-sdk', "import '@line/bot-sdk'\n"),
    'jsx-slack': file('import-jsx-slack', "import 'jsx-slack'\n"),
  }
  const figures = interleaved(
    Object.fromEntries(
      Object.entries(files).map(([name, path]) => [name, () => milliseconds(path, spawns)]),
    ),
    rounds,
  )
  return table(
    ['import, over an empty process', 'ms of processor time', 'to reach'],
    Object.entries(programs).map(([key, { name, target }]) => [
      key === 'fukidashi' ? `${name} (${note})` : name,
      spread(
        figures[key].map((figure, round) => figure - figures.empty[round]),
        1,
      ),
      target ?? '',
    ]),
  )
}

// Of all threads since the process began.
const tellTime =
  'const { user, system } = process.cpuUsage()\nprocess.stdout.write(String((user + system) / 1000))\n'

/** Processor time of the fastest of some starts: what is slower was disturbed. */
const milliseconds = (path, spawns) =>
  Math.min(...Array.from({ length: spawns }, () => Number(node(path))))

/** What users get, if it is built and no older than its sources; else a bundle of the sources. */
async function core() {
  const built = join(root, 'dist/index.js')
  if (existsSync(built) && statSync(built).mtimeMs > newest(join(root, 'src')))
    return { entry: built, note: 'as built' }
  const outfile = join(cache, 'core.mjs')
  await bundle({ entryPoints: [join(root, 'src/index.ts')], outfile })
  return { entry: outfile, note: 'bundled from src' }
}

const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

const bundles = [
  {
    name: 'fukidashi, with validators',
    code: "export * from 'fukidashi'",
    target: '≤ 36 KiB',
  },
  {
    name: 'fukidashi/jsx-runtime + all components',
    code: `export * from 'fukidashi/jsx-runtime'\nexport * from ${JSON.stringify(join(root, 'src/components/index.ts'))}`,
    target: '≤ 8 KiB',
  },
  { name: 'jsx-slack', code: "export * from 'jsx-slack'" },
]

/** The table of sizes, as Markdown. */
export async function sizes() {
  const rows = []
  for (const { name, code, target } of bundles) {
    const { outputFiles } = await bundle({
      stdin: { contents: code, resolveDir: cache },
      external: [],
      minify: true,
      write: false,
    })
    const { contents } = outputFiles[0]
    rows.push([name, kib(contents.length), kib(gzipSync(contents, { level: 9 }).length), target])
  }
  return table(['bundled and minified', 'KiB', 'KiB gzip', 'to reach'], rows)
}

const kib = (bytes) => (bytes / 1024).toFixed(1)
