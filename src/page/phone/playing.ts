/** Plays videos and recordings inside their messages, and reports to the emulator how far. */
import { say, words } from '../i18n/language.js'
import { attempt } from '../kit/toasts.js'
import { type PhoneModel, whereOf } from './model.js'

/** Selectors of the preview's playable elements. */
const PLAYABLE = '.fk-video, .fk-flex-video, .fk-audio'

/** A media element that plays. Another chat can be opened meanwhile. */
interface Session {
  box: HTMLElement
  media: HTMLMediaElement
  /** The chat in which it plays. */
  chatId: string | undefined
  phone: PhoneModel
  /** Restores the element, and reports to the emulator how far it was played. */
  stop(): void
}

let session: Session | undefined

/** The playable element of a tap, if any. */
export function playableOf(element: HTMLElement): HTMLElement | undefined {
  const box = element.matches('.fk-key') ? element.parentElement : element
  return box?.matches(PLAYABLE) ? box : undefined
}

/** Whether a URL may be played: https, or media of this server. */
const plays = (url: string | undefined): url is string =>
  url !== undefined && (url.startsWith('https://') || url.startsWith(`${location.origin}/`))

/** Plays, or pauses what is playing. */
export function play(box: HTMLElement, url: string | undefined, phone: PhoneModel): void {
  if (session?.box === box) {
    toggle(session.media)
    return
  }
  session?.stop()
  const address = url === undefined ? undefined : phone.links.loadable(url)
  if (!plays(address)) {
    refuse(box, url)
    return
  }
  const isAudio = box.matches('.fk-audio')
  const media = document.createElement(isAudio ? 'audio' : 'video')
  media.controls = !isAudio
  media.setAttribute('playsinline', '')
  media.src = address
  session = start(box, media, phone)
  // Its error event reports why it cannot be played.
  media.play().catch(() => undefined)
}

const toggle = (media: HTMLMediaElement): void => {
  if (media.paused) media.play().catch(() => undefined)
  else media.pause()
}

function start(box: HTMLElement, media: HTMLMediaElement, phone: PhoneModel): Session {
  const me = phone.me.value
  const where = whereOf(phone)
  const messageId = box.closest('li')?.dataset['id']
  const drawn = media instanceof HTMLVideoElement ? screen(box, media) : bubble(box, media)
  let furthest = 0
  let over = false
  const stop = (percent = Math.floor(furthest)) => {
    if (over) return
    over = true
    session = undefined
    media.pause()
    drawn.end()
    if (me !== undefined && percent > 0)
      attempt(phone.actions.act(me, 'does', { what: 'play', messageId, percent, ...where }))
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
    refuse(box, media.src)
  })
  return { box, media, chatId: phone.chat.value?.id, phone, stop }
}

/** A video replaces its picture. The button loses its role meanwhile, because it must not contain controls. */
function screen(box: HTMLElement, media: HTMLVideoElement): { end: () => void } {
  const button = box.matches('[role=button]') ? box : box.querySelector<HTMLElement>('.fk-key')
  media.className = 'player'
  clearNote(box)
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
function bubble(box: HTMLElement, media: HTMLMediaElement): { end: () => void } {
  const label = box.getAttribute('aria-label') ?? ''
  const [, bars, time] = box.children
  const length = time?.textContent ?? ''
  clearNote(box)
  const draw = () => {
    const isOn = !media.paused
    box.classList.toggle('playing', isOn)
    const now = clock(media.currentTime)
    if (time) time.textContent = now
    // The visible text of a button is part of its accessible name, for voice control.
    box.setAttribute('aria-label', `${isOn ? words.value.pause : words.value.play} ${now}`)
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
function refuse(box: HTMLElement, url: string | undefined): void {
  clearNote(box)
  const note = document.createElement('p')
  note.className = 'cannot-play'
  note.setAttribute('role', 'status')
  note.textContent = url === undefined ? words.value.cannotPlay : say('cannotPlayUrl', { url })
  // A bubble has no room for it.
  if (box.matches('.fk-audio')) box.closest('li')?.append(note)
  else box.append(note)
}

const clearNote = (box: HTMLElement): void =>
  box.closest('li')?.querySelector('.cannot-play')?.remove()

/** Stops what plays on a phone when its chat was closed, or its entry was drawn again. */
export function stopIfGone(phone: PhoneModel): void {
  if (session?.phone !== phone) return
  if (session.chatId !== phone.chat.value?.id || !session.box.isConnected) session.stop()
}
