/** Commands of this system. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export const isRoot = process.getuid?.() === 0

/** Whether a command is on the PATH. */
export const onPath = (command: string): boolean =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, command)))

/**
 * Installs packages by apt-get, as root on Debian and Ubuntu.
 *
 * @returns the reason if it failed, in one line
 */
export function installDebianPackages(...packages: string[]): string | undefined {
  if (!onPath('apt-get')) return 'apt-get is not available'
  if (!isRoot) return 'apt-get needs root'
  console.log(`${packages.join(', ')}: apt-get install …`)
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
    })
  const update = apt('update')
  const { status, stderr, error } = apt('install', '-y', '--no-install-recommends', ...packages)
  if (status === 0) return undefined
  const reason = [error?.message, update.stderr, stderr].find((text) => text?.trim())
  return `apt-get install ${packages.join(' ')} failed: ${reason?.trim().split('\n').at(-1) ?? `exit code ${status}`}`
}
