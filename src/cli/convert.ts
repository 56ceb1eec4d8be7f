/** `fukidashi convert`: message JSON → TSX or builder code. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { ConvertError, inputKinds, type InputKind } from '../convert/index.js'
import { convertToSource, type Source } from '../convert/source.js'
import { formatted } from './format.js'
import { parseJson, readText } from './read-json.js'
import { dim } from './style.js'
import { UsageError } from './usage-error.js'

/** Options as they are on the command line. */
interface ConvertCommandOptions {
  builders?: true
  components?: true
  check?: true
  out?: string
  force?: true
  export?: string
  as?: InputKind
  prettier: boolean
  areas?: true
}

/** Adds `fukidashi convert`. */
export function addConvert(program: Command): void {
  program
    .command('convert')
    .summary('turn message JSON into TSX or builder code')
    .description(
      'Turns JSON into the source of a module that gives the same JSON: a message, a list of messages, the body of a request, a bubble,\n' +
        'a rich menu or a part of these. Areas of rich menus become rows and columns of fukidashi/rich-menu.\n' +
        'What no component makes, and what LINE would refuse, stays JSON in raw(…), with a comment.',
    )
    .argument('<files...>', 'JSON files; - for standard input')
    .option('--builders', 'write builders instead of TSX')
    .option('--components', 'make components of pieces that are repeated with other texts')
    .option(
      '--check',
      'write nothing; exit with 1 if a part stays JSON, or if the file of --out is missing or different',
    )
    .option('-o, --out <PATH>', 'write to this file or folder instead of standard output')
    .option('--force', 'let --out replace a file that is different')
    .option('--export <NAME>', 'name of the export', 'default')
    .addOption(
      new Option('--as <KIND>', 'what the JSON is; found out by default').choices(inputKinds),
    )
    .option('--areas', 'keep areas of rich menus in pixels, as <Area> of fukidashi')
    .option('--no-prettier', 'keep the layout of fukidashi although Prettier is installed')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi convert menu.json > menu.tsx
  fukidashi convert messages/*.json --out src/messages
  fukidashi convert messages/*.json --out src/messages --check
  pbpaste | fukidashi convert - --builders

Exit codes: 0 if all is converted, 1 if a file is not JSON or --check found something, 2 for wrong arguments.`,
    )
    .action((files: string[], options: ConvertCommandOptions) => convert(files, options))
}

/** A file to be converted, and where its source goes; undefined for standard output. */
interface Job {
  readonly file: string
  readonly out: string | undefined
}

/** @throws {UsageError} */
function jobsOf(files: readonly string[], { out, builders }: ConvertCommandOptions): Job[] {
  for (const file of files) {
    if (file === '-') continue
    if (!existsSync(file)) throw new UsageError(`There is no file ${file} in ${process.cwd()}.`)
    if (statSync(file).isDirectory())
      throw new UsageError(`${file} is a folder. Pass JSON files, such as ${join(file, '*.json')}.`)
  }
  if (out === undefined) {
    if (files.length > 1)
      throw new UsageError(`Pass a folder with --out for the sources of several files.`)
    return [{ file: files[0]!, out: undefined }]
  }
  const isFolder = files.length > 1 || /[\\/]$/.test(out) || isDirectory(out)
  if (isFolder && existsSync(out) && !isDirectory(out))
    throw new UsageError(`${out} is a file. Pass a folder with --out for several files.`)
  const jobs = files.map((file) => {
    const name = file === '-' ? 'message' : basename(file).replace(/\.json$/i, '')
    return { file, out: isFolder ? join(out, `${name}${builders ? '.ts' : '.tsx'}`) : out }
  })
  const twice = jobs.find((job, index) => jobs.findIndex((each) => each.out === job.out) < index)
  if (twice) throw new UsageError(`Several files would be written to ${twice.out}.`)
  return jobs
}

const isDirectory = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

async function convert(files: string[], options: ConvertCommandOptions): Promise<void> {
  const jobs = jobsOf(files, options)
  let isClean = true
  for (const job of jobs) isClean = (await run(job, options)) && isClean
  if (!isClean) process.exitCode = 1
}

/** Converts one file. Returns false if `--check` found something. */
async function run({ file, out }: Job, options: ConvertCommandOptions): Promise<boolean> {
  const { builders = false, components = false, check = false, as, prettier } = options
  const name = file === '-' ? 'standard input' : file
  const json = parseJson(await readText(file), name)
  const source = sourceOf(name, () =>
    convertToSource(json, builders ? 'builders' : 'tsx', {
      export: options.export,
      components,
      as,
    }),
  )
  const target = out ?? `message${builders ? '.ts' : '.tsx'}`
  const isMenu = !builders && options.areas !== true && options.export === 'default'
  const key = file === '-' ? 'menu' : basename(file).replace(/\.json$/i, '')
  const text = (isMenu ? await menuSource(json, key, as) : undefined) ?? source.code
  const code = prettier ? await formatted(text, resolve(target)) : text
  report(source, name)
  if (check) return isUpToDate(code, name, out) && source.rawCount === 0
  if (out === undefined) {
    process.stdout.write(code)
    return true
  }
  const before = existsSync(out) ? readFileSync(out, 'utf8') : undefined
  if (before !== undefined && before !== code && !options.force)
    throw new Error(`${out} exists and is different. Delete it, or pass --force to replace it.`)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, code)
  console.error(`${name} → ${out}`)
  return true
}

/** Rows and columns of a rich menu; `undefined` for everything else. */
async function menuSource(json: unknown, key: string, as: InputKind | undefined) {
  if ((as ?? 'rich-menu') !== 'rich-menu') return undefined
  const { menuToSource } = await import('../rich-menu/node/index.js')
  return menuToSource(json, key, as)
}

function sourceOf(name: string, make: () => Source): Source {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error
    if (error.code === 'option_invalid') throw new UsageError(`--${error.message}`)
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

/** Lists on standard error what stays JSON, and why. */
function report({ rawCount, problems }: Source, name: string): void {
  if (rawCount > 0)
    console.error(`${name}: ${rawCount} ${rawCount === 1 ? 'part stays' : 'parts stay'} JSON.`)
  for (const { path, message } of problems)
    console.error(`  ${path === '' ? '' : `${dim(path)} `}${message}`)
}

function isUpToDate(code: string, name: string, out: string | undefined): boolean {
  if (out === undefined) return true
  if (existsSync(out) && readFileSync(out, 'utf8') === code) return true
  const state = existsSync(out) ? 'is different from' : 'is missing for'
  console.error(`${out} ${state} ${name}.`)
  return false
}
