/** Channel access tokens. The credentials are in the body or query, so no request carries a token. */
import type * as api from '../spec/api/index.js'
import { form, get, json, post, query } from './endpoint.js'

const open = { auth: 'none' } as const
const channel = { client_id: 'text', client_secret: 'text' } as const

export const tokens = {
  issueStatelessChannelToken: post('/oauth2/v3/token', {
    ...open,
    body: form<api.IssueStatelessChannelTokenRequest>({
      client_id: 'text?',
      client_secret: 'text?',
      client_assertion: 'text?',
    }),
    answer: json<api.IssueStatelessChannelAccessTokenResponse>(),
  }),
  issueChannelTokenByJWT: post('/oauth2/v2.1/token', {
    ...open,
    body: form<api.IssueChannelTokenByJWTRequest>({ client_assertion: 'text' }),
    answer: json<api.IssueChannelAccessTokenResponse>(),
  }),
  getsAllValidChannelAccessTokenKeyIds: get('/oauth2/v2.1/tokens/kid', {
    ...open,
    query: query<api.ChannelAccessTokenKeyIdsQuery>({
      client_assertion_type: 'text',
      client_assertion: 'text',
    }),
    answer: json<api.ChannelAccessTokenKeyIdsResponse>(),
  }),
  verifyChannelTokenByJWT: get('/oauth2/v2.1/verify', {
    ...open,
    query: query<api.VerifyChannelTokenQuery>({ access_token: 'text' }),
    answer: json<api.VerifyChannelAccessTokenResponse>(),
  }),
  revokeChannelTokenByJWT: post('/oauth2/v2.1/revoke', {
    ...open,
    body: form<api.RevokeChannelTokenByJWTRequest>({ ...channel, access_token: 'text' }),
  }),
  issueChannelToken: post('/v2/oauth/accessToken', {
    ...open,
    body: form<api.IssueChannelTokenRequest>(channel),
    answer: json<api.IssueShortLivedChannelAccessTokenResponse>(),
  }),
  verifyChannelToken: post('/v2/oauth/verify', {
    ...open,
    body: form<api.VerifyChannelTokenRequest>({ access_token: 'text' }),
    answer: json<api.VerifyChannelAccessTokenResponse>(),
  }),
  revokeChannelToken: post('/v2/oauth/revoke', {
    ...open,
    body: form<api.RevokeChannelTokenRequest>({ access_token: 'text' }),
  }),
}
