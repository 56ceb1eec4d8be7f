/** Calls that send a story, for the shell and for the client. */
import type { StoryView } from '../../catalog/preview/view.js'

/** An operation: its path, the head of its body, and the method of the client with its arguments. */
interface Operation {
  path: string
  /** Fields before `messages`; `$` begins the name of a variable. */
  head: Readonly<Record<string, string | string[]>>
  method: string
  first: string | undefined
}

const push: Operation = {
  path: '/v2/bot/message/push',
  head: { to: '$LINE_USER_ID' },
  method: 'push',
  first: 'userId',
}

/** By the names that stories have as `endpoint`. */
const operations: Readonly<Record<string, Operation>> = {
  push,
  reply: {
    path: '/v2/bot/message/reply',
    head: { replyToken: '$REPLY_TOKEN' },
    method: 'reply',
    first: 'replyToken',
  },
  multicast: {
    path: '/v2/bot/message/multicast',
    head: { to: ['$LINE_USER_ID'] },
    method: 'multicast',
    first: '[userId]',
  },
  broadcast: { path: '/v2/bot/message/broadcast', head: {}, method: 'broadcast', first: undefined },
  narrowcast: {
    path: '/v2/bot/message/narrowcast',
    head: {},
    method: 'narrowcast',
    first: undefined,
  },
}

const operationOf = (endpoint: string | undefined): Operation =>
  (endpoint !== undefined && Object.hasOwn(operations, endpoint) && operations[endpoint]) || push

const ORIGIN = 'https://api.line.me'

/** A text in single quotes of a shell, with variables outside them. */
const shellText = (text: string): string =>
  `'${text.replaceAll("'", `'\\''`)}'`.replace(/"\$(LINE_USER_ID|REPLY_TOKEN)"/g, `"'"$$$1"'"`)

const curl = (path: string, body: object): string =>
  [
    `curl -X POST ${ORIGIN}${path}`,
    `-H "Authorization: Bearer $LINE_CHANNEL_ACCESS_TOKEN"`,
    `-H 'Content-Type: application/json'`,
    `-d ${shellText(JSON.stringify(body, null, 2))}`,
  ].join(' \\\n  ')

const clientHead = `import { LineClient } from 'fukidashi/client'

const line = new LineClient({ channelAccessToken: process.env.LINE_CHANNEL_ACCESS_TOKEN! })
`

/** The call as a shell command, and with the client. */
export function callsOf(
  { kind, endpoint }: Pick<StoryView, 'kind' | 'endpoint'>,
  output: object,
): { curl: string; client: string } {
  const json = JSON.stringify(output, null, 2)
  if (kind === 'rich-menu')
    return {
      curl: curl('/v2/bot/richmenu', output),
      client: `${clientHead}\nconst richMenuId = await line.richMenus.create(${json})\n`,
    }
  const { path, head, method, first } = operationOf(endpoint)
  const args = [...(first === undefined ? [] : [first]), json].join(', ')
  return {
    curl: curl(path, { ...head, messages: output }),
    client: `${clientHead}\nawait line.messages.${method}(${args})\n`,
  }
}
