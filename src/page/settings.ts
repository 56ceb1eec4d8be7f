/** The settings dialog: read marks, quota, rate limits, webhooks, and simulated failures. */
import { get, send } from './api.js'
import { ask, field } from './dialogs.js'
import { h } from './dom.js'
import type { Store } from './store.js'
import { say } from './toast.js'

interface Settings {
  quota: number | null
  rateLimits: boolean
  chatMode: 'bot' | 'chat'
  webhook: { active: boolean }
}

interface Fault {
  operation?: string
  left: number
}

/** Failures, and their bodies for the control API. */
const faults = {
  status500: { status: 500 },
  status429: { status: 429 },
  committed: { status: 500, commit: true },
  reset: { reset: 'before' },
  slow: { delay: 3_000 },
} as const

const check = (label: string, name: string, checked: boolean) =>
  h('label', { class: 'check' }, h('input', { type: 'checkbox', name, checked }), label)

const choice = (label: string, name: string, options: readonly [string, string][], value: string) =>
  h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h(
      'select',
      { name },
      ...options.map(([id, words]) => h('option', { value: id, selected: id === value }, words)),
    ),
  )

/** The operations that bots call most. */
const operations = ['replyMessage', 'pushMessage', 'multicast', 'getProfile', 'getMessageContent']

function faultFields({ words }: Store, waiting: readonly Fault[]) {
  const count = waiting.reduce((sum, { left }) => sum + left, 0)
  const kinds: [string, string][] = [
    [count > 0 ? 'keep' : 'none', count > 0 ? words.faultsWait(count) : words.faultNone],
    ...(count > 0 ? [['none', words.faultNone] as [string, string]] : []),
    ['status500', words.faultStatus(500)],
    ['status429', words.faultStatus(429)],
    ['committed', words.faultCommitted],
    ['reset', words.faultReset],
    ['slow', words.faultSlow],
  ]
  return h(
    'fieldset',
    { class: 'faults' },
    h('legend', {}, words.faults),
    choice(words.faultKind, 'fault', kinds, ''),
    h(
      'div',
      { class: 'two' },
      choice(
        words.operation,
        'operation',
        [['', words.anyCall], ...operations.map((name): [string, string] => [name, name])],
        '',
      ),
      field(words.times, { name: 'times', type: 'number', min: '1', max: '1000', value: '1' }),
    ),
  )
}

export async function changeSettings(store: Store): Promise<void> {
  const { words } = store
  const [settings, waiting] = await Promise.all([
    get<Settings>('/settings'),
    get<Fault[]>('/faults'),
  ])
  const result = await ask(
    store,
    words.settings,
    [
      choice(
        words.readMarks,
        'chatMode',
        [
          ['bot', words.readAtOnce],
          ['chat', words.readWhenMarked],
        ],
        settings.chatMode,
      ),
      field(words.quota, {
        name: 'quota',
        type: 'number',
        min: '0',
        value: settings.quota === null ? '' : String(settings.quota),
        placeholder: words.unlimited,
      }),
      h(
        'div',
        {},
        check(words.rateLimits, 'rateLimits', settings.rateLimits),
        check(words.webhookActive, 'active', settings.webhook.active),
      ),
      faultFields(store, waiting),
    ],
    { ok: words.save },
  )
  if (!result) return
  const { chatMode, quota, rateLimits, active, fault = '', operation, times } = result.answers
  await send(
    '/settings',
    {
      chatMode,
      quota: quota ? Number(quota) : null,
      rateLimits: rateLimits !== undefined,
      webhook: { active: active !== undefined },
    },
    'PUT',
  )
  if (fault !== 'keep') await send('/faults', {}, 'DELETE')
  if (fault in faults)
    await send('/faults', {
      ...faults[fault as keyof typeof faults],
      ...(operation && { operation }),
      times: Number(times),
    })
  say(words.saved)
}
