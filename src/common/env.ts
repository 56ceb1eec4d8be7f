/** Environment variables, on runtimes that have them. */
import { isObject } from './json.js'

/** Variables of the process; `undefined` without a `process`, as on Workers. */
export function processEnv(): Record<string, unknown> | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, unknown> } }).process?.env
  } catch {
    return undefined
  }
}

/**
 * The value of a variable: from the `env` of the platform if it has one, else from the process. `undefined` if it is not set, or if the
 * runtime does not permit to read it (Deno without `--allow-env`).
 */
export function variable(name: string, env?: unknown): string | undefined {
  const own = isObject(env) ? (env as Record<string, unknown>)[name] : undefined
  if (typeof own === 'string') return own
  try {
    const value = processEnv()?.[name]
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

/** Advice for a value that is undefined or empty. */
export const unsetAdvice = 'if it comes from an environment variable, check that it is set'
