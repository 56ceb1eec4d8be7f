/** Details of one call or webhook. */
import { send } from './api.js'
import { fill, h, icon, iconButton, set } from './dom.js'
import {
  curl,
  eventsOf,
  nameOf,
  outcomeOf,
  pretty,
  problemsOf,
  replay,
  statusOf,
  took,
} from './records.js'
import type { LogRecord, Store } from './store.js'
import { copy } from './copy.js'
import { attempt } from './toast.js'

/** Highlighted JSON. Its content becomes text nodes only. */
function coloured(text: string): HTMLElement {
  const code = h('code')
  const tokens =
    /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g
  let from = 0
  // A very long text is not highlighted, so that the page stays fast.
  if (text.length < 200_000)
    for (const match of text.matchAll(tokens)) {
      code.append(text.slice(from, match.index))
      const kind = match[2] ? 'key' : match[1] ? 'string' : 'value'
      code.append(h('span', { class: `json-${kind}` }, match[1] ?? match[0]), match[2] ?? '')
      from = match.index + match[0].length
    }
  code.append(text.slice(from))
  return code
}

const bodyPart = (title: string, body: string | number, store: Store, open = true) =>
  h(
    'details',
    { open },
    h('summary', {}, title),
    body === ''
      ? h('p', { class: 'quiet' }, store.words.noBody)
      : typeof body === 'number'
        ? h('p', { class: 'quiet' }, store.words.bytes(body))
        : h('pre', { tabindex: '0' }, coloured(pretty(body))),
  )

const headersPart = (title: string, headers: Readonly<Record<string, string>>) =>
  h(
    'details',
    {},
    h('summary', {}, title),
    h(
      'dl',
      { class: 'facts' },
      ...Object.entries(headers).flatMap(([name, value]) => [
        h('dt', {}, name),
        h('dd', {}, value),
      ]),
    ),
  )

function factsPart(record: LogRecord, store: Store): HTMLElement {
  const { words } = store
  const facts: [string, string | undefined][] = [
    [words.time, new Date(record.at).toLocaleTimeString(store.language)],
    [words.took, took(record.ms)],
    ...(record.type === 'call'
      ? ([
          [words.requestId, record.requestId],
          [words.fault, record.fault],
        ] as [string, string | undefined][])
      : ([
          [words.to, record.to],
          [words.status, [record.reason, record.detail].filter(Boolean).join(' · ')],
          [words.signature, record.signature],
        ] as [string, string | undefined][])),
  ]
  return h(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([name, value]) => (value ? [h('dt', {}, name), h('dd', {}, value)] : [])),
  )
}

function problemsPart(record: LogRecord, store: Store): HTMLElement | undefined {
  const problems = problemsOf(record)
  if (problems.length === 0) return undefined
  const items = problems.map(({ severity, path, message, component }) =>
    h(
      'li',
      { class: severity },
      h('code', {}, path),
      component === undefined ? undefined : h('span', { class: 'component' }, ` ${component}`),
      h('p', {}, message),
    ),
  )
  return h(
    'section',
    { class: 'problems' },
    h('h4', {}, `${store.words.problems} (${problems.length})`),
    h('ul', {}, ...items),
  )
}

function buttonsPart(record: LogRecord, store: Store): HTMLElement {
  const { words } = store
  const button = (name: 'again' | 'copy', label: string, onclick: () => void, disabled = false) =>
    h('button', { type: 'button', class: 'plain', onclick, disabled }, icon(name), label)
  const again =
    record.type === 'call'
      ? button(
          'again',
          words.replay,
          () => attempt(replay(record)),
          typeof record.request !== 'string',
        )
      : button(
          'again',
          words.redeliver,
          () => {
            const webhookEventId = eventsOf(record)[0]?.webhookEventId
            attempt(send('/redeliver', { webhookEventId }))
          },
          eventsOf(record).length === 0,
        )
  return h(
    'div',
    { class: 'detail-buttons' },
    again,
    button('copy', words.copyCurl, () => copy(curl(record), store)),
    button('copy', words.copyJson, () => copy(JSON.stringify(record, null, 2), store)),
  )
}

export function detailPart(store: Store): HTMLElement {
  const part = h('section', { class: 'detail', tabindex: '-1' })
  let shown = ''
  const close = () => {
    store.record = undefined
    store.changed('record')
  }
  const draw = () => {
    const record = store.record === undefined ? undefined : store.log.get(store.record)
    set(part, { hidden: !record })
    // The open record is not rendered again while it is unchanged.
    const state = record ? `${record.number} ${statusOf(record, store)} ${store.language}` : ''
    if (state === shown) return
    shown = state
    if (!record) return
    const { words } = store
    const bodies =
      record.type === 'call'
        ? [
            bodyPart(words.request, record.request, store),
            bodyPart(words.response, record.answer, store),
            headersPart(`${words.headers}: ${words.request}`, record.headers),
            headersPart(`${words.headers}: ${words.response}`, record.answerHeaders),
          ]
        : [bodyPart(words.event, record.body, store)]
    set(part, { 'aria-label': nameOf(record) })
    fill(
      part,
      h(
        'header',
        { class: 'detail-head' },
        h('h3', {}, nameOf(record)),
        h('span', { class: `badge ${outcomeOf(record)}` }, statusOf(record, store)),
        iconButton('close', words.close, close),
      ),
      record.type === 'call' && h('p', { class: 'path' }, `${record.method} ${record.path}`),
      buttonsPart(record, store),
      problemsPart(record, store),
      factsPart(record, store),
      ...bodies,
    )
    part.scrollTop = 0
  }
  part.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  store.on(['record', 'log', 'look'], draw)
  set(part, { hidden: true })
  return part
}
