/**
 * Packs the package, installs it in an empty folder, and runs the code of users there: CommonJS with `require`, ES modules,
 * TypeScript with both kinds of module resolution, and every example. Needs a built `dist`.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { install } from './install.ts'
import { tsconfigOf } from './tsconfig-of.ts'

const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd)
/** A tool of the root or of `test/peers`. */
const tool = (path: string) =>
  [resolve('node_modules', path), resolve('test/peers/node_modules', path)].find((file) =>
    existsSync(file),
  )!

const wanted = `[{"type":"template","altText":"Buy tea","template":{"type":"buttons","text":"Please choose","actions":[{"type":"postback","label":"Buy","data":"buy=1"}]}}]
["empty"]
`
const failures: string[] = []
const check = (name: string, act: () => string) => {
  try {
    const output = act()
    // The order of keys does not matter.
    const same = sorted(output) === sorted(wanted)
    if (!same) failures.push(`${name} printed\n${output}`)
    console.log(`${same ? 'ok    ' : 'FAILED'} ${name}`)
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    console.log(`FAILED ${name}`)
  }
}
const sorted = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line), sortKeys))
    .join('\n')
const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

await install(async (home) => {
  cpSync('test/fixtures/consumers', home, { recursive: true })

  check('CommonJS by require', () => node(['commonjs/index.cjs'], home))
  check('ES module', () => node(['esm/index.mjs'], home))
  for (const version of ['typescript', 'typescript-5.9', 'typescript-7'])
    for (const fixture of ['nodenext', 'nodenext-commonjs', 'bundler'])
      check(`${fixture}, ${version}`, () => {
        const folder = join(home, fixture)
        rmSync(join(folder, 'out'), { recursive: true, force: true })
        node([tool(`${version}/bin/tsc`), '-p', folder], home)
        return node([join(folder, 'out/index.js')], home)
      })

  // A bundle of one component must not contain others.
  const { outputFiles } = await build({
    stdin: { contents: "export { Text } from 'fukidashi'", resolveDir: home },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  })
  const kept = ['Flex.Separator', 'validate', 'ImageCarousel'].filter((name) =>
    outputFiles[0]!.text.includes(name),
  )
  if (kept.length > 0) failures.push(`<Text> alone is bundled together with ${kept.join(', ')}`)
  console.log(`${kept.length === 0 ? 'ok    ' : 'FAILED'} one component, bundled`)

  // The unchanged examples, with only the installed package.
  cpSync('examples', join(home, 'examples'), { recursive: true })
  if (!existsSync(join(home, 'node_modules/tsx')))
    symlinkSync(tool('tsx'), join(home, 'node_modules/tsx'))
  for (const file of readdirSync('examples').filter((name) => /^show\.tsx?$/.test(name)))
    node([tool('tsx/dist/cli.mjs'), join(home, 'examples', file)], join(home, 'examples'))
  console.log('ok     every example')

  // The shop alone, with the tsconfig.json of Getting started and the packages that draw its menus, as its README says.
  const [, needed = ''] = /`npm install (@takumi[^`]*)`/.exec(
    readFileSync('examples/shop-bot/README.md', 'utf8'),
  )!
  for (const name of needed.split(' ')) {
    const link = join(home, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    if (!existsSync(link)) symlinkSync(tool(name), link)
  }
  const shop = join(home, 'shop')
  cpSync('examples/shop-bot', shop, { recursive: true })
  cpSync(join(home, 'package.json'), join(shop, 'package.json'))
  execFileSync('npm', ['pkg', 'set', 'type=module'], { cwd: shop })
  writeFileSync(join(shop, 'tsconfig.json'), tsconfigOf('docs/getting-started.md'))
  const conversation = node([tool('tsx/dist/cli.mjs'), 'index.ts', '--script'], shop)
  if (!conversation.includes('Everything was as expected.')) failures.push(conversation)
  console.log('ok     the shop in a folder of its own')
})
if (failures.length > 0) {
  console.error(failures.join('\n\n'))
  process.exitCode = 1
}
