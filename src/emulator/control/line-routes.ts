/** Routes for groups, time, faults, settings, logs and removal. */
import { endpoints, type OperationId } from '../../endpoints/index.js'
import { isFields } from '../api/call.js'
import { isEndpoint } from '../operations/bot.js'
import { readingOf } from '../state/new-state.js'
import { bad, type Command, type ControlRoute } from './route.js'
import { chatView, groupView } from './views.js'

function makeGroup(command: Command): unknown {
  const members = command.people('members')
  const bot = command.boolean('bot') ?? true
  const name = command.text('name')
  if (command.word('kind', ['group', 'room']) === 'room')
    return groupView(command.line.room(members, { bot, name }))
  if (name === undefined) throw bad('name', 'a name')
  return groupView(command.line.group(name, members, { bot }))
}

const time = ({ line }: Command) => ({ now: new Date(line.clock.now()).toISOString() })

const settings = ({ line }: Command) => ({
  quota: line.quota ?? null,
  rateLimits: line.rateLimits,
  quiet: line.quiet ?? null,
  webhook: line.state.webhook,
  chatMode: line.account.chatMode,
  markAsReadMode: line.account.markAsReadMode,
})

/** The webhook settings of a body. @throws {EmulatorError} `option_invalid` */
function webhookIn({ body }: Command): { endpoint?: string; active?: boolean } {
  const { webhook = {} } = body
  if (!isFields(webhook)) throw bad('webhook', 'an object: { "endpoint", "active" }')
  const { endpoint, active, ...more } = webhook
  const [strange] = Object.keys(more)
  if (strange !== undefined)
    throw bad(`webhook.${strange}`, 'omitted; permitted are endpoint and active')
  if (endpoint !== undefined && !isEndpoint(endpoint))
    throw bad('webhook.endpoint', 'an https URL, or an http URL of this machine')
  if (active !== undefined && typeof active !== 'boolean')
    throw bad('webhook.active', 'true or false')
  return { ...(endpoint !== undefined && { endpoint }), ...(active !== undefined && { active }) }
}

function change(command: Command): unknown {
  const { line, body } = command
  // Everything is checked before anything is changed.
  const quota = command.whole('quota', 0)
  const limits = command.boolean('rateLimits')
  const quiet = command.whole('quiet', 0)
  const chatMode = command.word('chatMode', ['bot', 'chat'])
  const webhook = webhookIn(command)
  if ('quota' in body) line.quota = quota
  if (limits !== undefined) line.rateLimits = limits
  if ('quiet' in body) line.quiet = quiet
  if (chatMode !== undefined) Object.assign(line.account, readingOf({ chatMode }))
  Object.assign(line.state.webhook, webhook)
  return settings(command)
}

/** The operation of a body. @throws {EmulatorError} `option_invalid` */
function operationIn(command: Command): OperationId | undefined {
  const name = command.text('operation')
  if (name !== undefined && !Object.hasOwn(endpoints, name))
    throw bad('operation', `LINE's name of an operation, such as ${likest(name)}`)
  return name as OperationId | undefined
}

/** The most similar operation: it shares the most pairs of letters. */
function likest(name: string): string {
  const pairs = (text: string) => Array.from(text.slice(1), (letter, i) => text[i]! + letter)
  const wanted = new Set(pairs(name.toLowerCase()))
  const likeness = (other: string) => {
    const parts = pairs(other.toLowerCase())
    return parts.filter((one) => wanted.has(one)).length / (parts.length + wanted.size)
  }
  return Object.keys(endpoints).reduce((best, one) => (likeness(one) > likeness(best) ? one : best))
}

const fault = (command: Command): unknown => {
  const options = {
    operation: operationIn(command),
    times: command.whole('times', 1),
    after: command.whole('after', 0),
    delay: command.whole('delay', 0),
    status: command.whole('status', 400, 599),
    message: command.text('message'),
    commit: command.boolean('commit'),
    reset: command.word('reset', ['before', 'after']),
  }
  const entriesValue = Object.entries(options).filter(([, value]) => value !== undefined)
  return command.line.fault(Object.fromEntries(entriesValue))
}

export const lineRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/groups',
    about: 'Lists groups and rooms',
    run: ({ line }) => line.groups.map(groupView),
  },
  {
    method: 'POST',
    path: '/groups',
    about: 'Creates a group or room with the bot; the bot receives no event for it',
    body: {
      name: 'Name of the group; rooms need none',
      members: 'Ids or names of people',
      kind: '"group" (by default) or "room"',
      bot: 'false: the bot is not a member yet',
    },
    example: { name: 'Team', members: ['Aki'] },
    run: makeGroup,
  },
  {
    method: 'GET',
    path: '/groups/{group}/messages',
    about: 'Messages that the bot has sent to a group, oldest first',
    run: (command) => command.group().messages,
  },
  {
    method: 'GET',
    path: '/groups/{group}/chat',
    about: 'All entries of a group, oldest first; those that the bot has read have "read": true',
    run: (command) => chatView(command.group().data),
  },
  { method: 'GET', path: '/clock', about: "The emulator's time", run: time },
  {
    method: 'POST',
    path: '/clock',
    about:
      'Moves the clock of the emulator forward: reply tokens expire, and everything that is due happens',
    body: { advance: 'Milliseconds' },
    example: { advance: 60_000 },
    run: (command) => {
      const ms = command.body['advance']
      if (typeof ms !== 'number') throw bad('advance', 'a number of milliseconds, 0 or more')
      command.line.advance(ms)
      return time(command)
    },
  },
  {
    method: 'GET',
    path: '/faults',
    about: 'Lists simulated failures',
    run: ({ line }) => line.faults.list,
  },
  {
    method: 'POST',
    path: '/faults',
    about: "Makes calls of LINE's API fail",
    body: {
      operation: "LINE's name of the operation, such as pushMessage; any by default",
      times: 'How many calls fail; 1 by default',
      after: 'How many calls succeed first',
      delay: 'Milliseconds to wait before the answer',
      status: 'HTTP status of the answer, such as 429, 500 or 503',
      message: "Message of the answer; LINE's message for the status by default",
      commit: 'true: performs the operation although the answer is an error',
      reset:
        '"before" or "after": closes the connection before or after the operation is performed, without an answer',
    },
    example: { operation: 'pushMessage', status: 500 },
    run: fault,
  },
  {
    method: 'DELETE',
    path: '/faults',
    about: 'Removes all simulated failures',
    run: ({ line }) => line.faults.clear(),
  },
  {
    method: 'GET',
    path: '/settings',
    about: 'Settings: quota, rate limits, waiting for the bot, webhook',
    run: settings,
  },
  {
    method: 'PUT',
    path: '/settings',
    about: 'Changes settings',
    body: {
      quota: 'Monthly message quota; null for unlimited',
      rateLimits: "Whether to enforce LINE's rate limits",
      quiet:
        'Milliseconds without an API call after which the bot is considered finished; null: 100 for a bot at a URL',
      webhook: '{ "endpoint", "active" }',
      chatMode: '"bot": messages are read immediately; "chat": when the bot marks them as read',
    },
    example: { quota: 200 },
    run: change,
  },
  {
    method: 'GET',
    path: '/log',
    about:
      'API calls, webhooks and failures of the bot, oldest first; ?after=N for those after number N',
    run: ({ line, query }) => {
      const after = Number(query.get('after') ?? 0)
      if (Number.isNaN(after)) throw bad('after', 'the number of a record')
      return line.log.filter(({ number }) => number > after)
    },
  },
  {
    method: 'POST',
    path: '/verify',
    about:
      'Does what the "Verify" button of LINE\'s console does: sends a signed webhook without events',
    body: { dummies: 'true: with the two events that LINE sent in earlier years' },
    run: (command) => command.line.verify({ dummies: command.boolean('dummies') ?? false }),
  },
  {
    method: 'POST',
    path: '/redeliver',
    about: 'Delivers an event again, as LINE does after a response that is not 2xx',
    body: { webhookEventId: 'Id of the event; the last one by default' },
    run: (command) => command.line.redeliver(command.text('webhookEventId')),
  },
  {
    method: 'GET',
    path: '/environment',
    about: 'Settings that a bot needs',
    run: ({ line: { account } }) => ({
      channelId: account.channelId,
      channelSecret: account.channelSecret,
      channelAccessToken: account.channelAccessToken,
      userId: account.userId,
    }),
  },
  {
    method: 'DELETE',
    path: '/groups/{group}',
    about: 'Removes a group or room with its chat; the bot receives no event',
    run: (command) => command.line.remove(command.group()),
  },
  {
    method: 'DELETE',
    path: '/people/{person}',
    about: 'Removes a person with the chat; the bot receives no event',
    run: (command) => command.line.remove(command.person()),
  },
  {
    method: 'POST',
    path: '/reset',
    about: 'Removes everything except the account',
    run: ({ line }) => line.reset(),
  },
]
