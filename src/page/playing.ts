/** Plays videos and recordings inside their messages, and reports to the emulator how far. */
import { act } from './api.js'
import { h, set } from './dom.js'
import type { Store } from './store.js'
import { attempt } from './toast.js'
import { loadable } from './where.js'

/** Selectors of the preview's playable elements. */
const PLAYABLE = '.fk-video, .fk-flex-video, .fk-audio'

/** A media element that plays. Another chat can be opened meanwhile. */
interface Session {
  box: HTMLElement
  media: HTMLMediaElement
  /** Restores the element, and reports to the emulator how far it was played. */
  stop(): void
}

let session: Session | undefined

/** The playable element of a tap, if any. */
export function playableOf(element: HTMLElement): HTMLElement | undefined {
  const box = element.matches('.fk-key') ? element.parentElement : element
  return box?.matches(PLAYABLE) ? box : undefined
}

/** Returns whether a URL may be played: https, or media of this server. */
const plays = (url: string | undefined): url is string =>
  url !== undefined && (url.startsWith('https://') || url.startsWith(`${location.origin}/`))

/** Plays, or pauses what is playing. */
export function play(box: HTMLElement, url: string | undefined, store: Store): void {
  if (session?.box === box) {
    toggle(session.media)
    return
  }
  session?.stop()
  const address = url === undefined ? undefined : loadable(url, store)
  if (!plays(address)) {
    refuse(box, url, store)
    return
  }
  const isAudio = box.matches('.fk-audio')
  const media = h(isAudio ? 'audio' : 'video', { controls: !isAudio, playsinline: true })
  media.src = address
  session = start(box, media, store)
  // Its error event reports why it cannot be played.
  media.play().catch(() => undefined)
}

const toggle = (media: HTMLMediaElement): void => {
  if (media.paused) media.play().catch(() => undefined)
  else media.pause()
}

function start(box: HTMLElement, media: HTMLMediaElement, store: Store): Session {
  const { me, where } = store
  const messageId = box.closest('li')?.dataset['id']
  const shown = media instanceof HTMLVideoElement ? screen(box, media) : bubble(box, media, store)
  let furthest = 0
  let over = false
  const stop = (percent = Math.floor(furthest)) => {
    if (over) return
    over = true
    session = undefined
    media.pause()
    shown.end()
    if (me !== undefined && percent > 0)
      attempt(act(me, 'does', { what: 'play', messageId, percent, ...where }))
  }
  media.addEventListener('timeupdate', () => {
    if (media.duration > 0)
      furthest = Math.max(furthest, Math.min(99, (100 * media.currentTime) / media.duration))
  })
  media.addEventListener('ended', () => {
    stop(100)
    box.classList.add('ended')
  })
  media.addEventListener('error', () => {
    stop(0)
    refuse(box, media.src, store)
  })
  return { box, media, stop }
}

/** A video replaces its picture. The button loses its role meanwhile, because it must not contain controls. */
function screen(box: HTMLElement, media: HTMLVideoElement): { end: () => void } {
  const button = box.matches('[role=button]') ? box : box.querySelector<HTMLElement>('.fk-key')
  media.className = 'player'
  forgive(box)
  button?.removeAttribute('role')
  button?.removeAttribute('tabindex')
  box.append(media)
  media.focus()
  return {
    end: () => {
      const hadFocus = media === document.activeElement
      media.remove()
      button?.setAttribute('role', 'button')
      button?.setAttribute('tabindex', '0')
      if (hadFocus) button?.focus()
    },
  }
}

const clock = (seconds: number): string =>
  [seconds / 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')

/** A recording displays its progress in its bubble. */
function bubble(box: HTMLElement, media: HTMLMediaElement, store: Store): { end: () => void } {
  const { words } = store
  const label = box.getAttribute('aria-label') ?? ''
  const [, bars, time] = box.children
  const length = time?.textContent ?? ''
  forgive(box)
  const draw = () => {
    const isOn = !media.paused
    box.classList.toggle('playing', isOn)
    const now = clock(media.currentTime)
    if (time) time.textContent = now
    // The visible text of a button is part of its accessible name, for voice control.
    set(box, { 'aria-label': `${isOn ? words.pause : words.play} ${now}` })
    const done = media.duration > 0 ? media.currentTime / media.duration : 0
    const all = [...(bars?.children ?? [])]
    all.forEach((bar, i) => bar.classList.toggle('done', i < done * all.length))
  }
  for (const event of ['timeupdate', 'play', 'pause']) media.addEventListener(event, draw)
  return {
    end: () => {
      for (const event of ['timeupdate', 'play', 'pause']) media.removeEventListener(event, draw)
      box.classList.remove('playing')
      box.setAttribute('aria-label', label)
      if (time) time.textContent = length
      for (const bar of bars?.children ?? []) bar.classList.remove('done')
    },
  }
}

/** Displays in place that it cannot be played; another tap tries again. */
function refuse(box: HTMLElement, url: string | undefined, store: Store): void {
  forgive(box)
  const text = `${store.words.cannotPlay}${url === undefined ? '' : `: ${url}`}`
  const note = h('p', { class: 'cannot-play', role: 'status' }, text)
  // A bubble has no room for it.
  if (box.matches('.fk-audio')) box.closest('li')?.append(note)
  else box.append(note)
}

const forgive = (box: HTMLElement): void =>
  box.closest('li')?.querySelector('.cannot-play')?.remove()

/** Stops playing when the chat is closed, or its entry is rendered again. */
export function stopsPlaying(store: Store): void {
  let chatId: string | undefined
  store.on(['chat', 'entries', 'view', 'look'], () => {
    if (session && (store.chatId !== chatId || !session.box.isConnected)) session.stop()
    chatId = store.chatId
  })
}
