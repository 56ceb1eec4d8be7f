/**
 * Packs the package, sets up a project as docs/getting-started.md says, with `npm init -y` and its tsconfig.json, and compiles the blocks
 * of all pages there with every supported TypeScript. Then it runs the blocks of Getting started as TypeScript compiles them, and
 * makes every mistake that the page lists, to see the error it shows. Needs a built `dist` and the packages of `test/peers`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { compileAll } from '../../test/compilers/shared-files.ts'
import { everyVersion, versions } from '../../test/compilers/tsc.ts'
import { type Block, blocksOfPage, pages } from '../../test/docs/blocks.ts'
import { augments, groupsOf } from '../../test/docs/groups.ts'
import { install } from './install.ts'
import { mistakes } from './mistakes.ts'
import { tsconfigOf } from './tsconfig-of.ts'

const page = 'docs/getting-started.md'

/** Runs a check, and prints whether it found something. */
function check(name: string, problems: string): void {
  console.log(problems === '' ? `ok     ${name}` : `FAILED ${name}\n${problems}`)
  if (problems !== '') process.exitCode = 1
}

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** The command line of the version that the pages install. */
const compiler = resolve(versions['6'])

/** What a program of Node prints; nothing if all is well. */
function complaints(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
  })
  return status === 0 ? '' : stdout + stderr
}

/** What most projects put into the context of components. */
const translator = `import 'fukidashi'
declare module 'fukidashi' { interface Context { t: (key: string, ...values: unknown[]) => string } }`

/** Blocks that need nothing but their page. README takes data for granted, except in files that it names. */
const blocks = pages()
  .flatMap(blocksOfPage)
  .filter(({ snippet, from, name }) => !snippet && (from !== 'README.md' || name !== undefined))

const fileOf = ({ name, line }: Block) => name ?? `line-${line}.tsx`

/** Projects of blocks: one of most blocks, and one for each group that adds to the context of components. */
function writeBlocks(home: string): string[] {
  const together = join(home, 'together')
  write(join(together, 'context.d.ts'), translator)
  const [most = [], ...groups] = groupsOf(blocks)
  for (const block of most) write(join(together, block.from, fileOf(block)), block.code)
  const others = groups.map((group, index) => {
    const folder = join(home, `alone-${index}`)
    for (const block of group) write(join(folder, fileOf(block)), block.code)
    return folder
  })
  return [together, ...others]
}

/** Runs the blocks of Getting started whose output the page shows, compiled by TypeScript instead of tsx. */
function runBlocks(home: string): void {
  const folder = join(home, 'run')
  const shown = blocks.filter(
    (block) => block.from === page && block.output !== undefined && !augments(block),
  )
  for (const block of shown) write(join(folder, fileOf(block)), block.code)
  const options = ['--noEmit', 'false', '--rootDir', folder, '--outDir', join(folder, 'out')]
  check('Getting started compiles', complaints(folder, compiler, '-p', '.', ...options))
  for (const block of shown) {
    const file = fileOf(block).replace(/\.tsx?$/, '.js')
    const printed = execFileSync(process.execPath, [join('out', file)], {
      cwd: folder,
      encoding: 'utf8',
    })
    const { language, text } = block.output!
    const isSame =
      language === 'json'
        ? JSON.stringify(JSON.parse(printed)) === JSON.stringify(JSON.parse(text))
        : printed.trimEnd() === text.trimEnd()
    check(`${page}:${block.line} prints what the page shows`, isSame ? '' : printed)
  }
}

await install(async (home) => {
  // As the page says; npm init has made the package.
  execFileSync('npm', ['pkg', 'set', 'type=module'], { cwd: home })
  const tsconfig = tsconfigOf(page)
  check(
    'README has the same tsconfig.json',
    tsconfigOf('README.md') === tsconfig ? '' : tsconfigOf('README.md'),
  )
  const peers = JSON.parse(readFileSync('test/peers/package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const link = (name: string, target: string) => {
    mkdirSync(dirname(join(home, 'node_modules', name)), { recursive: true })
    symlinkSync(resolve(target, name), join(home, 'node_modules', name))
  }
  for (const name of ['vitest', 'vite', 'tsx', '@types/node', 'ioredis']) link(name, 'node_modules')
  for (const name of Object.keys(peers.devDependencies))
    if (name !== '@types/node' && name !== 'react' && name !== '@types/react')
      link(name, 'test/peers/node_modules')

  const folders = writeBlocks(home)
  for (const folder of folders) write(join(folder, 'tsconfig.json'), tsconfig)
  const projects = folders.map((folder) => join(folder, 'tsconfig.json'))
  for (const version of everyVersion)
    check(
      `${projects.length} programs of blocks, TypeScript ${version}`,
      await compileAll(version, projects),
    )
  write(join(home, 'run/tsconfig.json'), tsconfig)
  runBlocks(home)

  const text = readFileSync(page, 'utf8')
  for (const { name, files, args, error } of mistakes(tsconfig)) {
    const folder = join(home, 'mistake')
    rmSync(folder, { recursive: true, force: true })
    for (const [file, code] of Object.entries(files)) write(join(folder, file), code)
    const program =
      args[0] === 'tsc' ? [compiler, '-p', '.'] : ['--import', 'tsx', ...args.slice(1)]
    const printed = complaints(folder, ...program)
    check(
      `${name}: the error is as in the page`,
      printed.includes(error) && text.includes(error) ? '' : `${printed}\ninstead of\n${error}`,
    )
  }
})
