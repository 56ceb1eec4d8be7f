/** Options that are a value, or a function of the `env` that a platform passes with each request. */
import { processEnv } from './env.js'
import { isObject } from './json.js'

/**
 * A function that finds what is made of an option, for the `env` of a request. It is made once: of a value at once, of a function for each
 * `env` when it is first needed.
 */
export function perEnv<T>(option: unknown, make: (value: unknown) => T): (env: unknown) => T {
  if (typeof option !== 'function') {
    const only = make(option)
    return () => only
  }
  const byEnv = new WeakMap<object, { readonly made: T }>()
  return (given) => {
    const env = isObject(given) ? given : (processEnv() ?? byEnv)
    let known = byEnv.get(env)
    if (!known) byEnv.set(env, (known = { made: make((option as (env: unknown) => unknown)(env)) }))
    return known.made
  }
}
