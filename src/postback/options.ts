/** Checks what `definePostback` is given, so that no mistake turns protection off. */
import { PostbackError } from './errors.js'

/** How postback data is signed. */
export interface SignOptions {
  /**
   * The secret, or several: the first signs, all are accepted, so that you can replace one. If it is not set
   * (`undefined`, such as an environment variable), making and reading data throws `secret_missing`: no data is left unsigned.
   */
  sign: string | readonly string[]
  /** `true`: only the user passed when the data is made may tap, as in `buy({ id: 1 }, { userId })`. `false` by default. */
  bindUser?: boolean
  /** Milliseconds for which the data is valid, above 0. `Infinity`, the default, for no limit. */
  expiresIn?: number
  /** Source of time; replace it in tests. */
  clock?: { now(): number }
}

/** Options of a definition, as far as they are known to make sense. */
export interface Protection {
  secrets: readonly string[]
  bindUser: boolean
  /** Milliseconds; `undefined` for ever. */
  expiresIn: number | undefined
  clock: { now(): number }
}

const permitted = ['sign', 'bindUser', 'expiresIn', 'clock']

/** Longer than seven digits of the expiry can say, nearly; nothing is meant to be good for that long. */
const maxExpiresIn = 1000 * 365 * 24 * 60 * 60 * 1000

/**
 * Reads the options. Mistakes are errors at once. An option that is there and not set, such as an environment variable in a test,
 * is an error when the definition is first used: the module can be imported.
 *
 * @returns `undefined` without any option that protects; else a function that gives the options, or throws
 * @throws {PostbackError} `option_invalid`, `secret_missing`
 */
export function protectionOf(name: string, options: object): (() => Protection) | undefined {
  const wrong = (what: string) => new PostbackError('option_invalid', `Postback "${name}": ${what}`)
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw wrong('the options are not an object; to sign, give { sign: secret }.')
  for (const option of Object.keys(options))
    if (!permitted.includes(option))
      throw wrong(`there is no option "${option}"; permitted are ${permitted.join(', ')}.`)

  const given = options as Record<keyof SignOptions, unknown>
  const present = permitted.filter((option) => option in options)
  if (present.length === 0) return undefined
  if (!present.includes('sign'))
    throw wrong(`${present.join(' and ')} works only with sign; give { sign: secret } too.`)

  const { sign, bindUser, expiresIn, clock = Date } = given
  const secrets: readonly unknown[] = Array.isArray(sign) ? sign : [sign]
  if (secrets.some((secret) => isSet(secret) && typeof secret !== 'string'))
    throw wrong('sign is neither a string nor an array of strings.')
  if (
    secrets.length === 0 ||
    secrets.some((secret) => isSet(secret) && String(secret).trim() === '')
  )
    throw noSecret(name, 'empty')
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
      `expiresIn is ${String(expiresIn)}; it is a number of milliseconds above 0 and at most ${maxExpiresIn}, or Infinity for ever.`,
    )
  if (!hasNow(clock)) throw wrong('clock has no function now().')

  return () => {
    if (!secrets.every(isSet)) throw noSecret(name, 'not set')
    for (const option of ['bindUser', 'expiresIn'] as const)
      if (option in options && !isSet(given[option]))
        throw wrong(`${option} is ${String(given[option])}; set it, or leave it out.`)
    return {
      secrets: secrets as readonly string[],
      bindUser: bindUser === true,
      expiresIn: expiresIn === Infinity ? undefined : (expiresIn as number | undefined),
      clock,
    }
  }
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null

const hasNow = (clock: unknown): clock is { now(): number } =>
  typeof (clock as { now?: unknown } | null)?.now === 'function'

const noSecret = (name: string, how: string) =>
  new PostbackError(
    'secret_missing',
    `Postback "${name}" is to be signed, and its secret (sign) is ${how}. Is the environment variable set?`,
  )
