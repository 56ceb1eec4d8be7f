/** Package managers: which one to use, and how its commands are written. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type PackageManager, packageManagers } from './choices.js'

const lockFiles: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
]

const known = (name: string | undefined): PackageManager | undefined =>
  packageManagers.find((manager) => manager === name)

/**
 * Finds the package manager of a folder: that of `packageManager` in package.json, of a lock file, or the one that runs this command.
 *
 * @param userAgent - `npm_config_user_agent`, as in `pnpm/10.2.0 npm/? node/v22.3.0 linux x64`
 */
export function findPackageManager(
  folder: string,
  manifest: { readonly packageManager?: unknown } | undefined,
  userAgent: string | undefined,
): PackageManager {
  const field = manifest?.packageManager
  const named = typeof field === 'string' ? known(field.split('@')[0]) : undefined
  const locked = lockFiles.find(([file]) => existsSync(join(folder, file)))?.[1]
  return named ?? locked ?? known(userAgent?.split('/')[0]) ?? 'npm'
}

/** Programs that are not among the dependencies of a project: they are loaded for one run. */
const downloaded = ['cloudflared']

/** Rewrites npm's commands in a text for another package manager. */
export function withCommandsOf(manager: PackageManager, text: string): string {
  if (manager === 'npm') return text
  // `bun test` would start Bun's own test runner.
  const run = manager === 'bun' ? 'bun run' : manager
  const execute = { pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' }[manager]
  // Yarn 1 has no such command.
  const download = { pnpm: 'pnpm dlx', yarn: 'npx', bun: 'bunx' }[manager]
  return withAlignedComments(
    text
      // Without `run`, `yarn check` and `pnpm deploy` are commands of their own.
      .replaceAll(/\bnpm run (?=[a-z])/g, `${manager} run `)
      .replaceAll(/\bnpm (test|start)\b/g, `${run} $1`)
      .replaceAll(/\bnpm install\b/g, `${manager} install`)
      .replaceAll(
        /\bnpx (?=([a-z]+))/g,
        (_, name: string) => `${downloaded.includes(name) ? download : execute} `,
      ),
  )
}

/** Puts the comments of commands that follow each other below each other. */
function withAlignedComments(text: string): string {
  const comment = /^(\S.*?) +(# .*)$/
  return text.replaceAll(/(?:^\S.*? +# .*$\n?)+/gm, (block) => {
    const lines = block.split('\n')
    const width = Math.max(...lines.map((line) => comment.exec(line)?.[1]!.length ?? 0))
    return lines
      .map((line) =>
        line.replace(
          comment,
          (_, command: string, about: string) => `${command.padEnd(width)}   ${about}`,
        ),
      )
      .join('\n')
  })
}

/** Ctrl+C and others, which end the package manager first. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How an installation ended. */
export type Installation = { readonly state: 'done' | 'cancelled' } | { readonly failure: string }

/** Installs the dependencies of a project, with the output of the package manager on standard error. */
export async function install(folder: string, manager: PackageManager): Promise<Installation> {
  const child = spawn(manager, ['install'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    // On Windows, package managers are scripts.
    shell: process.platform === 'win32',
  })
  let isCancelled = false
  const cancel = (signal: NodeJS.Signals) => {
    isCancelled = true
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, cancel)
  try {
    return await new Promise((resolve) => {
      child.once('error', ({ message }) => {
        const isMissing = message.includes('ENOENT')
        resolve({ failure: isMissing ? `${manager} was not found on this machine` : message })
      })
      child.once('close', (code, signal) => {
        if (isCancelled) resolve({ state: 'cancelled' })
        else if (code === 0) resolve({ state: 'done' })
        else resolve({ failure: `it ended with ${signal ?? `exit code ${code}`}` })
      })
    })
  } finally {
    for (const signal of signals) process.off(signal, cancel)
  }
}
