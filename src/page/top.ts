/** The top bar: account, status of the bot, language and theme. */
import { send } from './api.js'
import { askEndpoint } from './dialogs.js'
import { fill, h, iconButton, set } from './dom.js'
import type { Live } from './live.js'
import { outcomeOf } from './records.js'
import { changeSettings } from './settings.js'
import type { Store } from './store.js'
import { attempt } from './toast.js'

/** Why the last webhook failed, if it did. */
function silence(store: Store): { number: number; why: string } | undefined {
  const last = [...store.log.values()].findLast(({ type }) => type === 'webhook')
  if (last?.type !== 'webhook' || outcomeOf(last) !== 'bad') return undefined
  return { number: last.number, why: [last.reason, last.detail].filter(Boolean).join(' · ') }
}

/** A banner that reports problems of the bot. */
export function bannerPart(store: Store): HTMLElement {
  const text = h('pre')
  const button = h('button', { type: 'button', class: 'plain' })
  const banner = h('div', { class: 'banner', role: 'alert', hidden: true }, text, button)
  button.addEventListener('click', () => {
    store.reveal(silence(store)?.number)
  })
  store.on(['view', 'log', 'look'], () => {
    const { words, view } = store
    const failed = view?.bot.state === 'failed' ? view.bot : undefined
    const silent = failed ? undefined : silence(store)
    set(banner, { hidden: !failed && !silent, class: failed ? 'banner code' : 'banner' })
    const says = failed
      ? (failed.message ?? words.failed)
      : silent
        ? words.botSilent(silent.why)
        : ''
    // Set only when it changes: a screen reader reads an alert at every change.
    if (text.textContent !== says) text.textContent = says
    fill(button, words.look)
    set(button, { hidden: !silent })
  })
  return banner
}

export function topPart(store: Store, live: Live): HTMLElement {
  const account = h('span', { class: 'account' })
  const state = h('span', { class: 'state', role: 'status' })
  const connect = h('button', {
    type: 'button',
    class: 'plain',
    onclick: () =>
      attempt(
        askEndpoint(store).then(async (webhook) => {
          if (webhook) await send('/settings', { webhook }, 'PUT')
          live.refresh()
        }),
      ),
  })
  const language = h('button', {
    type: 'button',
    class: 'plain',
    onclick: () => store.remember('language', store.language === 'ja' ? 'en' : 'ja'),
  })
  const settings = iconButton('gear', '', () =>
    attempt(changeSettings(store).then(() => live.refresh())),
  )
  const theme = h('span')
  const draw = () => {
    const { words, view, connected } = store
    document.documentElement.lang = store.language
    document.documentElement.dataset['theme'] = store.theme
    fill(account, view?.account.displayName ?? '')
    const bot = view?.bot.state ?? 'elsewhere'
    const kind = !connected ? 'loading' : bot
    set(state, { class: `state ${kind}` })
    const says = !connected
      ? words.reconnecting
      : bot === 'elsewhere'
        ? words.connected
        : words[bot]
    if (state.textContent !== says) state.textContent = says
    fill(connect, words.connect)
    set(connect, { hidden: bot !== 'elsewhere' })
    fill(language, words.language)
    set(settings, { 'aria-label': words.settings, title: words.settings })
    set(language, { lang: store.language === 'ja' ? 'en' : 'ja' })
  }
  const drawTheme = () => {
    const other = store.theme === 'dark' ? 'light' : 'dark'
    fill(
      theme,
      iconButton(store.theme === 'dark' ? 'sun' : 'moon', store.words.theme, () => {
        store.remember('theme', other)
        theme.querySelector('button')?.focus()
      }),
    )
  }
  store.on(['view', 'connection', 'look'], draw)
  store.on(['look'], drawTheme)
  return h(
    'header',
    { class: 'top' },
    h('h1', {}, h('span', { class: 'logo', 'aria-hidden': 'true' }), 'fukidashi'),
    account,
    state,
    h('span', { class: 'gap' }),
    connect,
    settings,
    language,
    theme,
  )
}
