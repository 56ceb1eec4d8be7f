import { variable } from '../../common/env.js'
import { isObject } from '../../common/json.js'
import { apiLimits } from '../../spec/api/limits.js'
import { numberOption } from '../../common/options.js'
import { badOption } from '../errors/argument-error.js'
import { checkCredential, checkNames } from './credential.js'
import { type Assertion, assertionOf } from './jwt.js'
import type { TokenSource } from './token.js'

/** Permitted lifetimes of tokens. */
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
  /** The environment variable `LINE_CHANNEL_SECRET` if it is absent. */
  channelSecret?: string
}

/**
 * Gets tokens that are valid for 15 minutes. LINE limits neither their number nor requires that they are revoked.
 *
 * @throws {LineArgumentError} `option_invalid`. An option that is `undefined` is an error when a token is first needed.
 * @example
 * const line = new LineClient({ channelAccessToken: statelessToken({ channelId, channelSecret }) })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
 */
export function statelessToken(channel: ChannelCredentials | Assertion): TokenSource {
  if (isObject(channel) && 'privateKey' in channel) {
    const assertion = assertionOf(channel, ['channelId', 'privateKey', 'keyId'])
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
    issue: async ({ call, env }) =>
      issued(await call('issueStatelessChannelToken', { body: body(env) })),
  }
}

/**
 * Gets tokens that are valid for 30 days. The 31st token ends the oldest one, so for servers that start often use
 * {@link statelessToken}.
 *
 * @throws {LineArgumentError} `option_invalid`. An option that is `undefined` is an error when a token is first needed.
 * @example
 * const line = new LineClient({ channelAccessToken: shortLivedToken({ channelId, channelSecret }) })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-shortlived-channel-access-token
 */
export function shortLivedToken(channel: ChannelCredentials): TokenSource {
  const body = credentials(channel)
  return {
    issue: async ({ call, env }) => issued(await call('issueChannelToken', { body: body(env) })),
  }
}

/**
 * Gets tokens of version 2.1: requested with a signed JWT instead of the secret, valid for as long as you choose. At most 30 at a time.
 *
 * @throws {LineArgumentError} `option_invalid`. An option that is `undefined` is an error when a token is first needed.
 * @example
 * const channelAccessToken = channelTokenV21({ channelId, privateKey: jwk, keyId, lifetime: 24 * 60 * 60 })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1
 */
export function channelTokenV21(
  channel: Assertion & {
    /** Seconds for which a token is valid: at most 30 days, one day by default. */
    lifetime?: number
  },
): TokenSource {
  const assertion = assertionOf(channel, ['channelId', 'privateKey', 'keyId', 'lifetime'])
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

/** A function that makes the body of the request, from the channel or the environment. */
function credentials(channel: ChannelCredentials) {
  checkNames(channel, ['channelId', 'channelSecret'])
  for (const name of ['channelId', 'channelSecret'] as const)
    if (channel[name] !== undefined) checkCredential(name, channel[name])
  const { channelId, channelSecret } = channel
  return (env: unknown) => {
    const secret = 'channelSecret' in channel ? channelSecret : variable('LINE_CHANNEL_SECRET', env)
    return {
      grant_type: 'client_credentials',
      client_id: checkCredential('channelId', channelId),
      client_secret: checkCredential('channelSecret', secret),
    } as const
  }
}
