/** Sent by the main thread while it is not blocked. */
export interface Beat {
  /** A debugger is attached: at a breakpoint, a thread may wait as long as it likes. */
  isDebugged: boolean
}

/** Limits, and what to print. */
export interface WatchSettings {
  /** Seconds without a beat until a warning is printed. */
  warn: number
  /** Seconds without a beat until the process is ended. */
  end: number
  /** Absolute path of the project, from which places are printed. */
  root: string
}
