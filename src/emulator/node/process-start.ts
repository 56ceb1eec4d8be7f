/** Distinguishes a process from a later one with the same id. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** Start of a process, as the system reports it; `gone` if it has ended, `unknown` if the system does not report it. */
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
  // In the same language for every user.
  return printed('ps', ['-o', 'lstart=', '-p', String(pid)], { ...process.env, LC_ALL: 'C' })
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // The process exists, but belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function linuxStart(pid: number): Promise<ProcessStart> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is a name in parentheses, which can contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie process has ended.
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
