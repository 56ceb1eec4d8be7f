/** What the compiler lets through, and what it does not. */
import { describe, expectTypeOf, it } from 'vitest'
import type { Content, LineClient, Paged, Sent } from '../../src/client/index.js'
import type * as api from '../../src/spec/api/index.js'

declare const line: LineClient

/** Compiled, never run. */
export const never = (): unknown[] => [
  // @ts-expect-error -- a picture is not optional
  line.richMenus.setImage('richmenu-1'),
  // @ts-expect-error -- a user's id is not optional
  line.users.profile(),
  // @ts-expect-error -- the recipients of a multicast are a list
  line.messages.multicast('U1', 'a'),
  // @ts-expect-error -- the recipient of a push is one
  line.messages.push(['U1'], 'a'),
  // @ts-expect-error -- only sends with a key can go on under an earlier one
  line.messages.reply('token', 'a', { retryKey: 'key' }),
  // @ts-expect-error -- a reply is one request
  line.messages.reply('token', 'a', { split: true }),
  // @ts-expect-error -- a page's number is not optional
  line.call('getAudienceGroups', { query: {} }),
  // @ts-expect-error -- there is no such operation
  line.call('getEverything', {}),
  // @ts-expect-error -- a secret is missing
  line.tokens.issueStateless({ grant_type: 'client_credentials', client_id: '1' }),
]

describe('answers', () => {
  it('have the types that LINE describes', () => {
    expectTypeOf<LineClient['messages']['push']>().returns.resolves.toEqualTypeOf<Sent>()
    expectTypeOf<LineClient['users']['followers']>().returns.toEqualTypeOf<Paged<string>>()
    expectTypeOf<
      LineClient['users']['profile']
    >().returns.resolves.toEqualTypeOf<api.UserProfileResponse>()
    expectTypeOf<LineClient['content']['get']>().returns.resolves.toEqualTypeOf<Content>()
    expectTypeOf<LineClient['richMenus']['create']>().returns.resolves.toEqualTypeOf<string>()
  })
})
