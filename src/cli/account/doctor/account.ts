/** The account at LINE: token, secret, webhook, quota, clock. */
import { type LineClient, LineApiError } from '../../../client/index.js'
import { quotaText } from '../quota.js'
import { accountClient, anonymousClient, setting } from '../settings.js'
import { isInvalid, isJwt, lifetime } from '../token.js'
import { testText, webhookOf } from '../webhook.js'
import type { Finding } from './finding.js'

const noRetry = { retry: false } as const
const console = 'LINE Developers Console'

/** Settings that no operation of LINE's shows. */
const notes: readonly Finding[] = [
  {
    check: 'console',
    status: 'note',
    message: 'greeting messages, auto-reply messages and webhook redelivery cannot be read by API',
    advice: `Look in the LINE Official Account Manager (Response settings) and in the ${console} (tab Messaging API).`,
  },
]

/** Runs all checks of the account. What cannot be checked without a token is left out. */
export async function checkAccount(): Promise<Finding[]> {
  const token = await checkToken()
  if (token.finding.status === 'error') return [token.finding, ...secretForm(), ...notes]
  const dates = new Dates()
  const line = accountClient({ ...noRetry, fetch: dates.fetch })
  const findings = [
    await safely('account', () => account(line)),
    await safely('secret', () => secret(token.channelId)),
    ...(await webhook(line)),
    await safely('quota', () => quota(line)),
    dates.finding(),
  ]
  return [token.finding, ...findings, ...notes]
}

/** A failed call is a finding too. */
async function safely(check: string, run: () => Promise<Finding>): Promise<Finding> {
  try {
    return await run()
  } catch (error) {
    return { check, status: 'error', message: (error as Error).message }
  }
}

async function checkToken(): Promise<{ finding: Finding; channelId?: string }> {
  const check = 'token'
  const token = setting('LINE_CHANNEL_ACCESS_TOKEN')
  if (token === undefined)
    return {
      finding: {
        check,
        status: 'error',
        message: 'LINE_CHANNEL_ACCESS_TOKEN is not set in the environment or in .env',
        advice: `Issue a token in the ${console} (tab Messaging API), or with: fukidashi token issue`,
      },
    }
  const { tokens } = anonymousClient(noRetry)
  try {
    const { client_id, expires_in } = await (isJwt(token)
      ? tokens.verifyV21(token)
      : tokens.verify(token))
    const message = `valid for ${lifetime(expires_in)}, channel ${client_id}`
    const isShort = expires_in < 3_600
    return {
      finding: {
        check,
        status: isShort ? 'warning' : 'ok',
        message,
        ...(isShort && {
          advice:
            'Let the bot issue tokens by itself: statelessToken({ channelId, channelSecret }).',
        }),
      },
      channelId: client_id,
    }
  } catch (error) {
    const message = isInvalid(error)
      ? 'the token is wrong, expired or revoked'
      : (error as Error).message
    const advice = isInvalid(error)
      ? `Issue a new one in the ${console} (tab Messaging API), or with: fukidashi token issue`
      : undefined
    return { finding: { check, status: 'error', message, advice } }
  }
}

async function account(line: LineClient): Promise<Finding> {
  const { displayName, basicId, chatMode } = await line.bot.info()
  const message = `${displayName} (${basicId}), chat mode ${JSON.stringify(chatMode)}`
  return chatMode === 'bot'
    ? { check: 'account', status: 'ok', message }
    : {
        check: 'account',
        status: 'warning',
        message,
        advice:
          'People may answer in the LINE Official Account Manager. Turn Chat off there if only the bot should.',
      }
}

/** The secret, as far as it can be checked without LINE. */
function secretForm(): Finding[] {
  const value = setting('LINE_CHANNEL_SECRET')
  const check = 'secret'
  const advice = `It is in the ${console} (tab Basic settings). Without it, the bot refuses every webhook.`
  if (value === undefined)
    return [
      {
        check,
        status: 'error',
        message: 'LINE_CHANNEL_SECRET is not set in the environment or in .env',
        advice,
      },
    ]
  return /^[0-9a-f]{32}$/.test(value)
    ? []
    : [
        {
          check,
          status: 'warning',
          message: 'LINE_CHANNEL_SECRET is not 32 hexadecimal digits',
          advice,
        },
      ]
}

/** Asks LINE for a token with the secret. It is dropped, and ends by itself. */
async function secret(channelId: string | undefined): Promise<Finding> {
  const check = 'secret'
  const [wrong] = secretForm()
  const value = setting('LINE_CHANNEL_SECRET')
  if (value === undefined) return wrong!
  const client_id = channelId ?? setting('LINE_CHANNEL_ID')
  if (client_id === undefined)
    return { check, status: 'note', message: 'set LINE_CHANNEL_ID to check it' }
  try {
    await anonymousClient(noRetry).tokens.issueStateless({
      grant_type: 'client_credentials',
      client_id,
      client_secret: value,
    })
    return { check, status: 'ok', message: `the secret of channel ${client_id}` }
  } catch (error) {
    if (!isInvalid(error)) throw error
    return {
      check,
      status: 'error',
      message: `not the secret of channel ${client_id}, to which the token belongs`,
      advice: `Copy it again from the ${console} (tab Basic settings): with another secret, the bot refuses every webhook.`,
    }
  }
}

async function webhook(line: LineClient): Promise<Finding[]> {
  const check = 'webhook'
  try {
    const current = await webhookOf(line)
    if (!current)
      return [
        {
          check,
          status: 'error',
          message: 'no URL is set',
          advice: 'fukidashi webhook set https://…',
        },
      ]
    const { endpoint, active } = current
    const url: Finding = active
      ? { check, status: 'ok', message: `${endpoint}, in use` }
      : {
          check,
          status: 'error',
          message: `${endpoint}, not in use`,
          advice: `Turn on "Use webhook" in the ${console} (tab Messaging API).`,
        }
    return [url, await safely('endpoint', () => endpointTest(line))]
  } catch (error) {
    return [{ check, status: 'error', message: (error as Error).message }]
  }
}

async function endpointTest(line: LineClient): Promise<Finding> {
  const check = 'endpoint'
  try {
    const result = await line.bot.testWebhook()
    const [message = '', advice] = testText(result).split('\n')
    return { check, status: result.success ? 'ok' : 'error', message, advice }
  } catch (error) {
    if (!(error instanceof LineApiError) || error.status !== 429) throw error
    return {
      check,
      status: 'note',
      message: 'LINE tests a URL at most 60 times an hour; try again later',
    }
  }
}

async function quota(line: LineClient): Promise<Finding> {
  const [{ type, value = 0 }, used] = await Promise.all([
    line.messages.quota(),
    line.messages.quotaConsumption(),
  ])
  const limit = type === 'none' ? null : value
  const message = quotaText(limit, used)
  if (limit === null || used < limit * 0.9) return { check: 'quota', status: 'ok', message }
  const isUsedUp = used >= limit
  return {
    check: 'quota',
    status: isUsedUp ? 'error' : 'warning',
    message,
    advice: `${isUsedUp ? 'LINE refuses pushes until next month; replies still work.' : 'Replies do not count.'} Choose a larger plan in the LINE Official Account Manager.`,
  }
}

/** So much may the clock be wrong. */
const mostSkew = 60_000

/** Compares the clock with the dates of LINE's answers. */
class Dates {
  #skew: number | undefined

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, init)
    const date = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(date)) this.#skew = Date.now() - date
    return response
  }

  finding(): Finding {
    const check = 'clock'
    if (this.#skew === undefined)
      return { check, status: 'note', message: 'LINE did not answer, so the clock was not checked' }
    const seconds = Math.round(Math.abs(this.#skew) / 1_000)
    return seconds * 1_000 <= mostSkew
      ? { check, status: 'ok', message: 'agrees with the clock of LINE' }
      : {
          check,
          status: 'warning',
          message: `${lifetime(seconds)} ${this.#skew > 0 ? 'ahead of' : 'behind'} the clock of LINE`,
          advice:
            'Set the clock: JWTs for tokens are refused, and events seem older or younger than they are.',
        }
  }
}
