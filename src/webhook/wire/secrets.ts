import { WebhookError } from '../base/errors.js'

/** One channel secret, or several while one is being replaced by another. */
export type ChannelSecrets = string | readonly string[]

/**
 * The secrets as an array. An empty secret is refused, because anyone can sign with it.
 * @throws {WebhookError} `secret_missing`
 */
export function secretList(secrets: ChannelSecrets | undefined): readonly string[] {
  const list: readonly unknown[] = Array.isArray(secrets) ? secrets : [secrets]
  if (list.length === 0 || !list.every(isSecret)) {
    throw new WebhookError(
      'secret_missing',
      'channelSecret is empty or missing, and with an empty secret anyone could sign a webhook. ' +
        'Take it from the LINE Developers console (Basic settings › Channel secret); ' +
        'if it comes from an environment variable, check that the variable is set.',
    )
  }
  return list
}

const isSecret = (secret: unknown): secret is string =>
  typeof secret === 'string' && secret.trim() !== ''
