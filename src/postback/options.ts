/** Options of `definePostback`, and their checks: no mistake may turn protection off. */
import { processEnv } from '../common/env.js'
import { optionsProblem } from '../common/options.js'
import { PostbackError } from './errors.js'

type Secrets = string | readonly string[]

/** Options of signed postback data. */
export interface SignOptions {
  /**
   * The secret, or several: the first signs, all are accepted, so that you can replace one. On Workers, a function of `env`; it may be
   * asynchronous. Where there is no `env`, the function gets the variables of the process. If the secret is not set (`undefined`, such as an
   * environment variable), making and reading data throws `secret_missing`: no data is left unsigned.
   */
  sign: Secrets | ((env: never) => Secrets | Promise<Secrets>)
  /** `true`: only the user passed when the data is made may tap, as in `buy({ id: 1 }, { userId })`. `false` by default. */
  bindUser?: boolean
  /** Milliseconds after rendering for which the data is valid, above 0. `Infinity`, the default, for no limit. */
  expiresIn?: number
  /** Source of time where data is made or read without a bot, client or `renderAsync` that has one. */
  clock?: { now(): number }
}

/** Options of a definition, checked. */
export interface Protection {
  /** Returns the secrets. @throws {PostbackError} `secret_missing` */
  secretsOf: (env: unknown) => readonly string[] | Promise<readonly string[]>
  bindUser: boolean
  /** Milliseconds; `undefined` for no limit. */
  expiresIn: number | undefined
  clock: { now(): number }
}

const permitted = ['sign', 'bindUser', 'expiresIn', 'clock']

/** Almost the longest time that seven digits can hold; longer ones are mistakes. */
const maxExpiresIn = 1000 * 365 * 24 * 60 * 60 * 1000

/**
 * Reads the options. Mistakes are errors at once. An option that is present but not set, such as an environment variable in a test,
 * is an error when the definition is first used: the module can be imported.
 *
 * @returns `undefined` without any option that protects; else a function that returns the checked options, or throws
 * @throws {PostbackError} `option_invalid`, `secret_missing`
 */
export function protectionOf(name: string, options: object): (() => Protection) | undefined {
  const wrong = (what: string) => new PostbackError('option_invalid', `Postback "${name}": ${what}`)
  const problem = optionsProblem(options, permitted)
  if (problem !== undefined) throw wrong(problem)

  const values = options as Record<keyof SignOptions, unknown>
  const present = permitted.filter((option) => option in options)
  if (present.length === 0) return undefined
  if (!present.includes('sign'))
    throw wrong(`${present.join(' and ')} works only with sign; pass { sign: secret } too.`)

  const { sign, bindUser, expiresIn, clock = Date } = values
  const secretsOf: Protection['secretsOf'] =
    typeof sign === 'function'
      ? async (env) => checkSecrets(name, await (sign as Sign)(env ?? processEnv() ?? {}))
      : () => checkSecrets(name, sign)
  // Wrong values are errors at once; values that are not set are not.
  if (typeof sign !== 'function') checkSecrets(name, sign, true)
  if (isSet(bindUser) && typeof bindUser !== 'boolean')
    throw wrong('bindUser is neither true nor false.')
  if (
    isSet(expiresIn) &&
    !(
      typeof expiresIn === 'number' &&
      expiresIn > 0 &&
      (expiresIn <= maxExpiresIn || expiresIn === Infinity)
    )
  )
    throw wrong(
      `expiresIn is ${String(expiresIn)}; it is a number of milliseconds above 0 and at most ${maxExpiresIn}, or Infinity for no limit.`,
    )
  if (!hasNow(clock)) throw wrong('clock has no function now().')

  return () => {
    if (typeof sign !== 'function') checkSecrets(name, sign)
    for (const option of ['bindUser', 'expiresIn'] as const)
      if (option in options && !isSet(values[option]))
        throw wrong(`${option} is ${String(values[option])}; set it, or leave it out.`)
    return {
      secretsOf,
      bindUser: bindUser === true,
      expiresIn: expiresIn === Infinity ? undefined : (expiresIn as number | undefined),
      clock,
    }
  }
}

type Sign = (env: unknown) => unknown

/**
 * Returns secrets as an array.
 *
 * @param mayBeUnset - the environment may not have them yet
 * @throws {PostbackError} `option_invalid`, `secret_missing`
 */
function checkSecrets(name: string, sign: unknown, mayBeUnset = false): readonly string[] {
  const secrets: readonly unknown[] = Array.isArray(sign) ? sign : [sign]
  const isAllSet = secrets.every(isSet)
  const fail = (code: 'option_invalid' | 'secret_missing', what: string) => {
    throw new PostbackError(code, `Postback "${name}"${what}`)
  }
  const missing = (how: string) =>
    fail(
      'secret_missing',
      ` is to be signed, and its secret (sign) is ${how}. Is the environment variable set?`,
    )
  if (secrets.some((secret) => isSet(secret) && typeof secret !== 'string'))
    fail(
      'option_invalid',
      ': sign is neither a string, an array of strings, nor a function of env that returns one.',
    )
  if (!isAllSet && !mayBeUnset) missing('not set')
  if (
    secrets.length === 0 ||
    secrets.some((secret) => isSet(secret) && String(secret).trim() === '')
  )
    missing('empty')
  return secrets as readonly string[]
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null

const hasNow = (clock: unknown): clock is { now(): number } =>
  typeof (clock as { now?: unknown } | null)?.now === 'function'
