/** Time and environment of a render, for values that are made while rendering. */
export interface RenderScope {
  /** Source of time for signed postback data that expires. The machine's by default. */
  clock?: { now(): number } | undefined
  /**
   * Environment that the secret of signed postback data is read from, if it is a function: `env` on Workers. The variables of the
   * process by default.
   */
  env?: unknown
}
