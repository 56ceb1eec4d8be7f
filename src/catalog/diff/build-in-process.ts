/** Builds a catalog in a process of its own: its code may be old, may not end, or may end the process. */
import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { endProcess, groupOptions } from './end-process.js'
import { type BuiltFolder, emptyBuild, readBuild } from './read-build.js'
import type { Workplace } from './worktree.js'

/** What is built, and how long that may take. */
export interface ProcessOptions {
  /** The file of the `fukidashi` command. */
  command: string
  patterns: readonly string[]
  /** Milliseconds for one story in one locale. */
  timeout: number
  /** Milliseconds for everything. */
  buildTimeout: number
}

/** A catalog, or the reason why there is none. */
export type ProcessResult = { build: BuiltFolder } | { failure: string }

/** So many characters of the output are kept. */
const longestOutput = 20_000

/** Lines of a reason. */
const mostLines = 30

/**
 * Runs `fukidashi build` in a folder.
 *
 * @param cwd - folder of the project
 * @param out - folder to write
 */
export async function buildInProcess(
  cwd: string,
  out: string,
  { command, patterns, timeout, buildTimeout }: ProcessOptions,
  { onEnd }: Workplace,
): Promise<ProcessResult> {
  const flags = process.execArgv.filter((flag) => !/^--(?:inspect|cpu-prof|heap-prof)/.test(flag))
  const options = ['--keep-going', '--out', out, '--timeout', String(timeout)]
  const child = spawn(
    process.execPath,
    [...flags, command, 'build', ...options, '--', ...patterns],
    {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...groupOptions,
    },
  )
  const end = () => endProcess(child)
  onEnd(end)
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    end()
  }, buildTimeout)
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(0, longestOutput)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => clearTimeout(timer))
  const reason = stripVTControlCharacters(output).trim()
  if (code === 2 && /There are no story files|No file matches/.test(reason))
    return { build: emptyBuild }
  // Code of stories may end the process with any code: only a whole manifest counts.
  const build = await readBuild(out).catch(() => undefined)
  if (build && code !== null) return { build }
  if (isLate) return { failure: `It did not end after ${Math.round(buildTimeout / 1000)} seconds.` }
  const lines = reason.split('\n')
  const text = lines.slice(0, mostLines).join('\n')
  return {
    failure:
      text === '' ? (code === null ? 'It was killed.' : `It ended with exit code ${code}.`) : text,
  }
}
