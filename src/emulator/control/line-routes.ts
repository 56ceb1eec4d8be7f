/** Groups, time, faults, settings, and what happened. */
import type { OperationId } from '../../endpoints/index.js'
import { isEndpoint } from '../operations/bot.js'
import type { Turn } from '../people/turn.js'
import { readingOf } from '../state/new-state.js'
import { bad, type Command, type ControlRoute } from './route.js'
import { shownChat, shownGroup } from './shown.js'

function makeGroup(command: Command): unknown {
  const members = command.people('members')
  const bot = command.boolean('bot') ?? true
  if (command.body['kind'] === 'room') return shownGroup(command.line.room(members, { bot }))
  const name = command.text('name')
  if (name === undefined) throw bad('name', 'a name')
  return shownGroup(command.line.group(name, members, { bot }))
}

function actInGroup(command: Command): Promise<Turn> {
  const group = command.group()
  const options = { settle: command.body['settle'] !== false }
  switch (command.body['what']) {
    case 'inviteBot':
      return group.invitesBot(options)
    case 'removeBot':
      return group.removesBot(options)
    case 'add':
      return group.adds(command.people('people'), options)
    case 'remove':
      return group.removes(command.people('people'), options)
    case 'activate':
      return group.activates({ ...options, expireAt: command.number('expireAt') })
    case 'deactivate':
      return group.deactivates(options)
    default:
      throw bad('what', 'inviteBot, removeBot, add, remove, activate or deactivate')
  }
}

function actOnModule(command: Command): Promise<Turn> | { code: string } {
  const { module } = command.line
  const options = { settle: command.body['settle'] !== false }
  switch (command.body['what']) {
    case 'permit':
      return { code: module.permits(command.texts('scopes')) }
    case 'attach':
      return module.attaches({ ...options, scopes: command.texts('scopes') })
    case 'detach':
      return module.detaches(options)
    case 'suspend':
      return module.suspends(options)
    case 'resume':
      return module.resumes(options)
    default:
      throw bad('what', 'permit, attach, detach, suspend or resume')
  }
}

const time = ({ line }: Command) => ({ now: new Date(line.clock.now()).toISOString() })

const settings = ({ line }: Command) => ({
  quota: line.quota ?? null,
  rateLimits: line.rateLimits,
  webhook: line.state.webhook,
  chatMode: line.account.chatMode,
  markAsReadMode: line.account.markAsReadMode,
})

function change(command: Command): unknown {
  const { line, body } = command
  if ('quota' in body) line.quota = command.number('quota')
  const limits = command.boolean('rateLimits')
  if (limits !== undefined) line.rateLimits = limits
  const mode = command.text('chatMode')
  if (mode !== undefined) {
    if (mode !== 'bot' && mode !== 'chat') throw bad('chatMode', 'bot or chat')
    Object.assign(line.account, readingOf({ chatMode: mode }))
  }
  const { webhook } = body
  if (typeof webhook === 'object' && webhook !== null) {
    const { endpoint, active } = webhook as { endpoint?: unknown; active?: unknown }
    if (endpoint !== undefined && !isEndpoint(endpoint)) throw bad('webhook.endpoint', 'an address')
    if (endpoint !== undefined) line.state.webhook.endpoint = endpoint
    if (typeof active === 'boolean') line.state.webhook.active = active
  }
  return settings(command)
}

const fault = (command: Command): unknown => {
  const options = {
    operation: command.text('operation') as OperationId | undefined,
    times: command.number('times'),
    after: command.number('after'),
    delay: command.number('delay'),
    status: command.number('status'),
    message: command.text('message'),
    commit: command.boolean('commit'),
    reset: command.text('reset') as 'before' | 'after' | undefined,
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  return command.line.fault(Object.fromEntries(given))
}

export const lineRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/groups',
    about: 'Groups and rooms',
    run: ({ line }) => line.groups.map(shownGroup),
  },
  {
    method: 'POST',
    path: '/groups',
    about: 'Makes a group or room with the bot in it; the bot is told nothing of its making',
    body: {
      name: 'Of the group',
      members: 'Ids or names of people',
      kind: '"group" (by default) or "room"',
      bot: 'false: the bot is not in it yet',
    },
    example: { name: 'Team', members: ['Aki'] },
    run: makeGroup,
  },
  {
    method: 'POST',
    path: '/groups/{group}/does',
    about: 'People and the bot come and go',
    body: {
      what: 'inviteBot, removeBot, add, remove, activate or deactivate',
      people: 'Ids or names, of add and remove',
      expireAt: 'Of activate, as with people',
    },
    example: { what: 'removeBot' },
    run: actInGroup,
  },
  {
    method: 'GET',
    path: '/groups/{group}/messages',
    about: 'What the bot has sent to a group, oldest first',
    run: (command) => command.group().messages,
  },
  {
    method: 'GET',
    path: '/groups/{group}/chat',
    about: 'Everything in a group, oldest first; what the bot has read is marked so',
    run: (command) => shownChat(command.group().data),
  },
  {
    method: 'POST',
    path: '/module/does',
    about: 'What happens to a module channel, if the bot is one',
    body: {
      what: 'permit (gives the code that attaches it), attach, detach, suspend or resume',
      scopes: 'Of permit and attach: a list',
    },
    example: { what: 'attach' },
    run: actOnModule,
  },
  { method: 'GET', path: '/clock', about: "The emulator's time", run: time },
  {
    method: 'POST',
    path: '/clock',
    about: 'Lets time pass for the emulator: reply tokens expire, what was due happens',
    body: { advance: 'Milliseconds' },
    example: { advance: 60_000 },
    run: (command) => {
      const ms = command.number('advance')
      if (ms === undefined || ms < 0) throw bad('advance', 'milliseconds')
      command.line.advance(ms)
      return time(command)
    },
  },
  {
    method: 'GET',
    path: '/faults',
    about: 'What is to go wrong',
    run: ({ line }) => line.faults.list,
  },
  {
    method: 'POST',
    path: '/faults',
    about: "Makes calls of LINE's API go wrong",
    body: {
      operation: "LINE's name of it, such as pushMessage; any by default",
      times: 'How often; once by default',
      after: 'Calls that go well before',
      delay: 'Milliseconds to wait first',
      status: 'Of the answer: 429, 500, 503 …',
      message: "LINE's own for that status by default",
      commit: 'true: does what was asked all the same',
      reset: '"before" or "after" it is done, the connection ends without an answer',
    },
    example: { operation: 'pushMessage', status: 500 },
    run: fault,
  },
  {
    method: 'DELETE',
    path: '/faults',
    about: 'Nothing goes wrong any more',
    run: ({ line }) => line.faults.clear(),
  },
  {
    method: 'GET',
    path: '/settings',
    about: 'Quota, rate limits, where webhooks go',
    run: settings,
  },
  {
    method: 'PUT',
    path: '/settings',
    about: 'Changes them',
    body: {
      quota: 'Messages that a month has room for; null for any number',
      rateLimits: "Whether LINE's rate limits hold",
      webhook: '{ "endpoint", "active" }',
      chatMode: '"bot": messages are read at once; "chat": when the bot marks them so',
    },
    example: { quota: 200 },
    run: change,
  },
  {
    method: 'GET',
    path: '/log',
    about: 'Calls and webhooks, oldest first; ?after=N for those after number N',
    run: ({ line, query }) => {
      const after = Number(query.get('after') ?? 0)
      return line.log.filter(({ number }) => number > after)
    },
  },
  {
    method: 'POST',
    path: '/verify',
    about: 'What the console\'s "Verify" button does: a signed webhook without events',
    run: ({ line }) => line.verify(),
  },
  {
    method: 'POST',
    path: '/redeliver',
    about: 'Delivers an event again, as LINE does when it got no 2xx',
    body: { webhookEventId: 'The last event by default' },
    run: (command) => command.line.redeliver(command.text('webhookEventId')),
  },
  {
    method: 'GET',
    path: '/environment',
    about: 'What a bot has to be told',
    run: ({ line: { account } }) => ({
      channelId: account.channelId,
      channelSecret: account.channelSecret,
      channelAccessToken: account.channelAccessToken,
      userId: account.userId,
    }),
  },
  {
    method: 'POST',
    path: '/reset',
    about: 'Forgets everything but the account',
    run: ({ line }) => line.reset(),
  },
]
