/** Git, without a shell. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { devNull } from 'node:os'
import { promisify } from 'node:util'
import { CatalogError } from '../errors.js'
import { groupOptions } from './end-process.js'

const run = promisify(execFile)

/** Hooks of the project are for people who check out, and may run anything. */
const settings = ['-c', `core.hooksPath=${devNull}`]

/** In a hook, these lead to the repository of the hook instead of the folder. */
const unwanted = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR']

function environment(): NodeJS.ProcessEnv {
  const wanted = Object.entries(process.env).filter(([name]) => !unwanted.includes(name))
  return { ...Object.fromEntries(wanted), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
}

/**
 * Runs git and gives its output.
 * @throws {CatalogError} `git_failed`
 */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  try {
    const options = { cwd, env: environment(), maxBuffer: 256 * 1024 * 1024 }
    return (await run('git', [...settings, ...args], options)).stdout
  } catch (cause) {
    throw failed(args, cause as NodeJS.ErrnoException, (cause as { stderr?: string }).stderr)
  }
}

/**
 * Runs git as a group of processes that can be ended.
 *
 * @param onStart - called with the process
 * @throws {CatalogError} `git_failed`
 */
export async function gitGroup(
  cwd: string,
  args: readonly string[],
  onStart: (child: ChildProcess) => void,
): Promise<void> {
  const child = spawn('git', [...settings, ...args], {
    cwd,
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...groupOptions,
  })
  onStart(child)
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(failed(args, error)))
    child.once('close', resolve)
  })
  if (code !== 0) throw failed(args, new Error(`it ended with ${code ?? 'a signal'}`), output)
}

function failed(args: readonly string[], cause: NodeJS.ErrnoException, output = ''): CatalogError {
  const why =
    cause.code === 'ENOENT'
      ? 'git is not installed, or not in PATH.'
      : output.trim() || cause.message
  return new CatalogError('git_failed', `git ${args[0] ?? ''}: ${why}`, { cause })
}

/** Runs git before the process ends. Errors are ignored. */
export function gitNow(cwd: string, ...args: string[]): void {
  spawnSync('git', [...settings, ...args], { cwd, env: environment(), stdio: 'ignore' })
}

/**
 * The hash of the commit that a name means.
 *
 * @param ref - a branch, a tag, a hash or an expression such as `HEAD~2`; never an option
 * @throws {CatalogError} `ref_unknown`, `git_failed`
 */
export async function resolveRef(cwd: string, ref: string): Promise<string> {
  await git(cwd, 'rev-parse', '--git-dir')
  const isPossible = ref !== '' && !ref.startsWith('-') && !/[\0-\x1f\x7f]/.test(ref)
  const named = isPossible ? await verified(cwd, ref) : undefined
  const commit = named && (await verified(cwd, `${named}^{commit}`))
  if (commit !== undefined) return commit
  throw new CatalogError(
    'ref_unknown',
    `${JSON.stringify(ref)} is neither a commit of this repository nor a folder of fukidashi build. ` +
      'Is the history complete? git fetch origin main gets a branch; actions/checkout needs fetch-depth: 2 for HEAD^1, 0 for everything.',
  )
}

/** The hash of a name; `undefined` if there is none. */
async function verified(cwd: string, name: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name]
  const output = await git(cwd, ...args).catch(() => '')
  // Some versions of git print the option, too.
  const hash = output.trim().split('\n').at(-1) ?? ''
  return /^[0-9a-f]{40,64}$/.test(hash) ? hash : undefined
}
