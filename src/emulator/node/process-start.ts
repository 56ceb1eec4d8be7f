/** Tells a process from a later one with the same id. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** When a process began, in words of the system; `gone` when it has ended, `unknown` when the system does not say. */
export type ProcessStart = { at: string } | 'gone' | 'unknown'

export async function processStart(pid: number): Promise<ProcessStart> {
  if (!exists(pid)) return 'gone'
  if (process.platform === 'linux') return linuxStart(pid)
  if (process.platform === 'win32')
    return printed('powershell.exe', [
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
    ])
  // In one language, whoever asks.
  return printed('ps', ['-o', 'lstart=', '-p', String(pid)], { ...process.env, LC_ALL: 'C' })
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function linuxStart(pid: number): Promise<ProcessStart> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is a name in parentheses, which may hold blanks and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended, though nobody has asked how.
    if (fields[0] === 'Z' || fields[0] === 'X') return 'gone'
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return { at: `${boot.trim()} ${fields[19]!}` }
  } catch {
    return exists(pid) ? 'unknown' : 'gone'
  }
}

const printed = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<ProcessStart> =>
  new Promise((resolve) => {
    execFile(command, args, { env, timeout: 10_000, windowsHide: true }, (error, out) => {
      resolve(error || out.trim() === '' ? 'unknown' : { at: out.trim() })
    })
  })
