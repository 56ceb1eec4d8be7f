/** Ends processes of this command, with those that they have started. */
import type { ChildProcess } from 'node:child_process'

/** Starts a process as the leader of a group, so that all of it can be ended. Windows has no groups. */
export const groupOptions = { detached: process.platform !== 'win32' } as const

/** Ends a process at once, with those that it has started. */
export function endProcess(child: ChildProcess): void {
  const { pid, exitCode, signalCode } = child
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  try {
    if (groupOptions.detached) process.kill(-pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has just ended.
  }
}
