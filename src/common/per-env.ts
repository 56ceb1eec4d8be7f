/** Options that are functions of the `env` that a platform passes with each request. */
import { processEnv } from './env.js'
import { isObject } from './json.js'

/** A function that makes a value once for each `env`. Without one, the variables of the process are used. */
export function perEnv<T extends object>(make: (env: unknown) => T): (env: unknown) => T {
  const made = new WeakMap<object, T>()
  return (given) => {
    const env = isObject(given) ? given : (processEnv() ?? made)
    const value = made.get(env) ?? make(env)
    made.set(env, value)
    return value
  }
}
