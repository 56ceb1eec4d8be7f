import { unsetAdvice } from '../../common/env.js'
import { optionInvalid } from '../base/checks.js'
import { WebhookError } from '../base/errors.js'

/** One channel secret, or several while one is being replaced by another. */
export type ChannelSecrets = string | readonly string[]

/**
 * The secrets as an array. An empty secret is refused, because anyone can sign with it; and so is one with blanks or quotes around it,
 * as files and Docker's `--env-file` leave them: nothing that LINE signs would fit.
 * @throws {WebhookError} `secret_missing`, `option_invalid`
 */
export function secretList(
  secrets: ChannelSecrets | undefined,
  name = 'channelSecret',
): readonly string[] {
  const list: readonly unknown[] = Array.isArray(secrets) ? secrets : [secrets]
  if (list.length === 0 || !list.every(isSecret))
    throw secretMissing(
      `${name} is empty or missing${list.includes(undefined) ? ' (undefined)' : ''}`,
    )
  if (list.some((secret) => /^["'\s]|["'\s]$/.test(secret)))
    throw optionInvalid(`${name} has quotes, spaces or newlines around it.`)
  return list
}

/**
 * Refuses secrets that are empty or not texts. `undefined`, such as a variable that is not set, is an error at the first use.
 * @throws {WebhookError} `secret_missing`, `option_invalid`
 */
export function checkSecrets(secrets: unknown): void {
  const list: readonly unknown[] = Array.isArray(secrets) ? secrets : [secrets]
  const present = list.filter((secret) => secret !== undefined)
  if (list.length === 0 || present.length > 0) secretList(present as string[])
}

/** Error for a secret that is neither an option nor, if there is one, a variable. */
export const secretAbsent = (variable: string | undefined): WebhookError =>
  secretMissing(
    `channelSecret is missing${variable ? `, and so is the environment variable ${variable}` : ''}`,
  )

const secretMissing = (problem: string): WebhookError =>
  new WebhookError(
    'secret_missing',
    `${problem}. Take it from the LINE Developers console (Basic settings › Channel secret); ${unsetAdvice} (.env needs node --env-file=.env).`,
  )

const isSecret = (secret: unknown): secret is string =>
  typeof secret === 'string' && secret.trim() !== ''
