import { apiLimits } from '../../spec/api/limits.js'
import { numberOption } from '../../common/options.js'
import { badOption } from '../errors/argument-error.js'
import { type Assertion, assertionOf } from './jwt.js'
import type { TokenSource } from './token.js'

/** What a JWT may ask for. */
const lifetimes = {
  min: 1,
  max: apiLimits.tokens.days * 86_400,
  whole: true,
  unit: 'seconds',
} as const

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** A channel and its secret. */
export interface ChannelCredentials {
  channelId: string
  channelSecret: string
}

/**
 * Tokens that live 15 minutes and need no care: LINE limits neither their number nor asks to revoke them.
 *
 * @example
 * const line = new LineClient({ channelAccessToken: statelessToken({ channelId, channelSecret }) })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 */
export function statelessToken(channel: ChannelCredentials | Assertion): TokenSource {
  if ('privateKey' in channel) {
    const assertion = assertionOf(checked(channel))
    return {
      async issue({ call, clock }) {
        const body = {
          grant_type: 'client_credentials',
          client_assertion_type: jwtBearer,
          client_assertion: await assertion(clock),
        } as const
        return issued(await call('issueStatelessChannelToken', { body }))
      },
    }
  }
  const body = credentials(channel)
  return {
    issue: async ({ call }) => issued(await call('issueStatelessChannelToken', { body })),
  }
}

/**
 * Tokens that live 30 days. With the 31st the oldest ends, so servers that start often are better off with
 * {@link statelessToken}.
 *
 * @example
 * const line = new LineClient({ channelAccessToken: shortLivedToken({ channelId, channelSecret }) })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-shortlived-channel-access-token
 */
export function shortLivedToken(channel: ChannelCredentials): TokenSource {
  const body = credentials(channel)
  return { issue: async ({ call }) => issued(await call('issueChannelToken', { body })) }
}

/**
 * Tokens of version 2.1: signed for with a key instead of the secret, for as long as you choose. At most 30 at a time.
 *
 * @example
 * const channelAccessToken = channelTokenV21({ channelId, privateKey: jwk, keyId, lifetime: 24 * 60 * 60 })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1
 */
export function channelTokenV21(
  channel: Assertion & {
    /** Seconds that a token lives: at most 30 days, one day by default. */
    lifetime?: number
  },
): TokenSource {
  const assertion = assertionOf(checked(channel))
  const lifetime = numberOption('lifetime', channel.lifetime, 86_400, lifetimes, badOption)
  return {
    async issue({ call, clock }) {
      const body = {
        grant_type: 'client_credentials',
        client_assertion_type: jwtBearer,
        client_assertion: await assertion(clock, { token_exp: lifetime }),
      } as const
      return issued(await call('issueChannelTokenByJWT', { body }))
    },
  }
}

const issued = (answer: { access_token: string; expires_in: number }) => ({
  token: answer.access_token,
  expiresIn: answer.expires_in,
})

function credentials(channel: ChannelCredentials) {
  const { channelId, channelSecret } = checked(channel)
  if (typeof channelSecret !== 'string' || channelSecret.trim() === '')
    throw badOption('channelSecret is empty')
  return {
    grant_type: 'client_credentials',
    client_id: channelId,
    client_secret: channelSecret,
  } as const
}

function checked<T extends { channelId: string }>(channel: T): T {
  if (typeof channel.channelId !== 'string' || channel.channelId.trim() === '')
    throw badOption('channelId is empty')
  return channel
}
