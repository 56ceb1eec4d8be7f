/** `fukidashi token`: channel access tokens. Only `issue` prints one, because that is its purpose. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { counted } from '../../common/words.js'
import { LineApiError } from '../../client/index.js'
import { print } from '../progress.js'
import { UsageError } from '../usage-error.js'
import { readText } from '../read-json.js'
import { anonymousClient, required, requireSettings } from './settings.js'

interface TokenOptions {
  json?: true
  stdin?: true
}

/** Adds `fukidashi token`. */
export function addToken(program: Command): void {
  const command = program
    .command('token')
    .summary('issue, verify or revoke a channel access token')
    .description(
      'Issues, verifies or revokes channel access tokens. Tokens and secrets are read from LINE_CHANNEL_ACCESS_TOKEN, LINE_CHANNEL_ID and\n' +
        'LINE_CHANNEL_SECRET, also in .env; never from arguments, which other users of the machine can see. Only issue prints a token.',
    )
    .addHelpText(
      'after',
      `
Examples:
  export LINE_CHANNEL_ACCESS_TOKEN=$(fukidashi token issue)
  fukidashi token verify
  pbpaste | fukidashi token revoke --stdin

Exit codes: 0 if all went well, 1 if a token is not valid or the call failed, 2 for wrong arguments.`,
    )
  command
    .command('issue')
    .summary('print a new token')
    .addOption(
      new Option('--kind <KIND>', 'stateless: 15 minutes, cannot be revoked; short-lived: 30 days')
        .choices(['stateless', 'short-lived'])
        .default('stateless'),
    )
    .option('--json', 'print JSON: { access_token, expires_in, token_type }')
    .action(issue)
  const stdin = 'read the token from standard input instead of LINE_CHANNEL_ACCESS_TOKEN'
  command
    .command('verify')
    .summary('print the channel and the lifetime of a token')
    .option('--stdin', stdin)
    .option('--json', 'print JSON: { valid, client_id, expires_in }')
    .action(verify)
  command
    .command('revoke')
    .summary('make a token invalid')
    .option('--stdin', stdin)
    .option('--json', 'print JSON: { revoked }')
    .action(revoke)
}

async function issue({ kind, json }: { kind: string; json?: true }): Promise<void> {
  requireSettings('LINE_CHANNEL_ID', 'LINE_CHANNEL_SECRET')
  const request = {
    grant_type: 'client_credentials',
    client_id: required('LINE_CHANNEL_ID'),
    client_secret: required('LINE_CHANNEL_SECRET'),
  } as const
  const { tokens } = anonymousClient()
  const result = await (kind === 'stateless'
    ? tokens.issueStateless(request)
    : tokens.issueShortLived(request))
  console.error(`Valid for ${lifetime(result.expires_in)}. Keep it secret.`)
  await print(json, result, result.access_token)
}

async function verify(options: TokenOptions): Promise<void> {
  const token = await tokenOf(options)
  const { tokens } = anonymousClient()
  try {
    const { client_id, expires_in } = await (isJwt(token)
      ? tokens.verifyV21(token)
      : tokens.verify(token))
    const text = `The token of channel ${client_id} is valid for ${lifetime(expires_in)}.`
    await print(options.json, { valid: true, client_id, expires_in }, text)
  } catch (error) {
    if (!isInvalid(error)) throw error
    const text =
      'The token is not valid: it is wrong, expired or revoked. Issue another one: fukidashi token issue'
    await print(options.json, { valid: false }, text, 1)
  }
}

async function revoke(options: TokenOptions): Promise<void> {
  const token = await tokenOf(options)
  const { tokens } = anonymousClient()
  await (isJwt(token)
    ? tokens.revokeV21({
        client_id: required('LINE_CHANNEL_ID'),
        client_secret: required('LINE_CHANNEL_SECRET'),
        access_token: token,
      })
    : tokens.revoke(token))
  await print(options.json, { revoked: true }, 'The token is revoked.')
}

/** @throws {UsageError} if standard input is empty, or the token is missing */
async function tokenOf({ stdin }: TokenOptions): Promise<string> {
  if (!stdin) return required('LINE_CHANNEL_ACCESS_TOKEN')
  const token = (await readText('-', 'the token')).trim()
  if (token === '') throw new UsageError('There is no token on standard input.')
  return token
}

/** True for tokens of version 2.1 and stateless ones, which have operations of their own. */
export const isJwt = (token: string): boolean => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token)

/** True if LINE says that a token is not valid. */
export const isInvalid = (error: unknown): boolean =>
  error instanceof LineApiError && (error.status === 400 || error.status === 401)

/** Seconds in words. */
export function lifetime(seconds: number): string {
  const [count, unit] =
    seconds >= 172_800
      ? [Math.floor(seconds / 86_400), 'days']
      : seconds >= 7_200
        ? [Math.floor(seconds / 3_600), 'hours']
        : seconds >= 120
          ? [Math.floor(seconds / 60), 'minutes']
          : [seconds, 'seconds']
  return `${counted(count)} ${unit}`
}
