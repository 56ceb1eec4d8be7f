/** The list of calls and webhooks, and the details of the selected one. */
import { detailPart } from './detail.js'
import { fill, h, set } from './dom.js'
import { about, nameOf, outcomeOf, problemsOf, statusOf, took } from './records.js'
import type { LogRecord, Store } from './store.js'

const kinds = ['all', 'calls', 'webhooks', 'problems'] as const
type Kind = (typeof kinds)[number]

const isOf = (kind: Kind, record: LogRecord): boolean =>
  kind === 'all' ||
  (kind === 'calls' && record.type === 'call') ||
  (kind === 'webhooks' && record.type === 'webhook') ||
  (kind === 'problems' && (problemsOf(record).length > 0 || outcomeOf(record) === 'bad'))

export function inspectorPart(store: Store): HTMLElement {
  let kind: Kind = 'all'
  let wanted = ''
  /** Number of the last record that was cleared. */
  let cleared = 0
  const title = h('h2')
  const count = h('span', { class: 'count' })
  const tabs = kinds.map((name) =>
    h('button', {
      type: 'button',
      class: 'tab',
      onclick: () => {
        kind = name
        draw()
      },
    }),
  )
  const filter = h('input', {
    type: 'search',
    autocomplete: 'off',
    oninput: () => {
      wanted = filter.value.toLowerCase()
      draw()
    },
  })
  const clear = h('button', {
    type: 'button',
    class: 'plain',
    onclick: () => {
      cleared = Math.max(0, ...store.log.keys())
      store.record = undefined
      store.changed('record')
      draw()
    },
  })
  const empty = h('p', { class: 'quiet' })
  const list = h('ul', { class: 'records' })
  const detail = detailPart(store)
  const rows = new Map<number, { button: HTMLButtonElement; state: string; record: LogRecord }>()

  const rowOf = (record: LogRecord) => {
    let row = rows.get(record.number)
    if (!row) {
      const { number } = record
      const button = h('button', {
        type: 'button',
        class: 'record',
        onclick: () => {
          store.record = store.record === number ? undefined : number
          store.changed('record')
        },
      })
      row = { button, state: '', record }
      rows.set(number, row)
    }
    const chosen = store.record === record.number
    const state = `${statusOf(record, store)} ${took(record.ms)} ${store.language}`
    set(row.button, { 'aria-pressed': String(chosen) })
    if (row.state === state && row.record.at === record.at) return row.button
    Object.assign(row, { state, record })
    const problems = problemsOf(record).length
    const isWebhook = record.type === 'webhook'
    fill(
      row.button,
      h('span', { class: `way ${record.type}`, 'aria-hidden': 'true' }, isWebhook ? '→' : '←'),
      h(
        'span',
        { class: 'record-text' },
        h(
          'span',
          { class: 'record-name' },
          nameOf(record),
          isWebhook && record.redelivery && h('em', {}, ` ${store.words.redelivery}`),
        ),
        h('span', { class: 'record-about' }, about(record)),
      ),
      problems > 0 &&
        h('span', { class: 'badge warn', title: store.words.problems }, `${problems} ⚠`),
      h('span', { class: `badge ${outcomeOf(record)}` }, statusOf(record, store)),
      h('span', { class: 'took' }, took(record.ms)),
    )
    return row.button
  }

  const fits = (record: LogRecord): boolean =>
    record.number > cleared &&
    isOf(kind, record) &&
    (wanted === '' ||
      nameOf(record).toLowerCase().includes(wanted) ||
      about(record).toLowerCase().includes(wanted) ||
      String(record.type === 'call' ? record.request : record.body)
        .toLowerCase()
        .includes(wanted))

  let drawnOnce = false
  const draw = () => {
    const { words, log } = store
    if (log.size === 0) cleared = 0
    fill(title, words.inspector)
    set(filter, { placeholder: words.filter, 'aria-label': words.filter })
    fill(clear, words.clear)
    tabs.forEach((tab, i) => {
      fill(tab, words[kinds[i]!])
      set(tab, { 'aria-pressed': String(kind === kinds[i]) })
    })
    const matching = [...log.values()].filter(fits).sort((one, other) => one.number - other.number)
    for (const number of rows.keys()) if (!log.has(number)) rows.delete(number)
    fill(count, matching.length)
    fill(empty, matching.length === 0 ? words.nothingYet : '')
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40
    const items = matching.map(rowOf)
    // Only new rows are inserted, so that the focus stays.
    items.forEach((item, i) => {
      const there = list.children[i]
      if (there?.firstElementChild !== item)
        list.insertBefore(item.parentElement ?? h('li', {}, item), there ?? null)
    })
    while (list.children.length > items.length) list.lastElementChild!.remove()
    if (atEnd || !drawnOnce) {
      const toEnd = () => (list.scrollTop = list.scrollHeight)
      toEnd()
      // Rows have their real height only after they were visible.
      requestAnimationFrame(toEnd)
    }
    drawnOnce = items.length > 0
  }
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = [...list.children].findIndex((item) => item.contains(document.activeElement))
    if (step === 0 || at === -1) return
    event.preventDefault()
    list.children[at + step]?.querySelector('button')?.focus()
  })
  store.on(['log', 'record', 'look'], draw)
  // A revealed record is displayed whatever the filter is.
  store.on(['reveal'], () => {
    const record = store.log.get(store.record ?? 0)
    if (record && !fits(record)) {
      kind = 'all'
      wanted = filter.value = ''
      cleared = Math.min(cleared, record.number - 1)
      draw()
    }
    detail.focus()
  })
  // The details make the list smaller: the selected row stays visible.
  store.on(['record'], () =>
    requestAnimationFrame(() =>
      rows.get(store.record ?? 0)?.button.scrollIntoView({ block: 'nearest' }),
    ),
  )
  return h(
    'aside',
    { class: 'inspector', id: 'inspector' },
    h('header', { class: 'part-head' }, title, count, clear),
    h('div', { class: 'filters' }, h('div', { class: 'tabs', role: 'group' }, ...tabs), filter),
    empty,
    list,
    detail,
  )
}
