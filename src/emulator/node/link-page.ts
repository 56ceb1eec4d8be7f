/**
 * LINE's page that links accounts, at the place where it is below `access.line.me`: a bot's own site sends people here.
 * @see https://developers.line.biz/en/docs/messaging-api/linking-accounts/
 */
import type { ServerResponse } from 'node:http'
import type { Emulator } from '../emulator.js'

export const LINK_PAGE = '/dialog/bot/accountLink'

/** Links the account of the person that the link token was issued for, and answers with a page. */
export async function linkPage(
  line: Emulator,
  url: string,
  response: ServerResponse,
): Promise<void> {
  const { searchParams } = new URL(url, 'http://localhost')
  const linkToken = searchParams.get('linkToken') ?? ''
  const nonce = searchParams.get('nonce') ?? ''
  const userId = line.state.linkTokens.get(linkToken)?.userId
  const user = userId === undefined ? undefined : line.findUser(userId)
  const turn = await user?.linksAccount({ linkToken, nonce, settle: false })
  const linked = turn !== undefined && turn.opened !== 'error'
  const [status, words] = linked
    ? [200, 'The accounts are linked. You can close this page.']
    : [
        400,
        'The accounts could not be linked: the link was already used, has expired, or is invalid.',
      ]
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(`<!doctype html><title>LINE</title><p>${words}</p>\n`)
}
