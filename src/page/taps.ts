/** Taps: the page asks the questions that LINE asks, and the emulator does the rest. */
import type { Action } from '../spec/action.js'
import type { QuickReply } from '../spec/quick-reply.js'
import type { Turn } from '../emulator/index.js'
import { act } from './api.js'
import { askMedia } from './ask-media.js'
import { askPlace, askTime } from './dialogs.js'
import { play, playableOf, stopsPlaying } from './playing.js'
import type { Store } from './store.js'
import { attempt, say } from './toast.js'
import { openable } from './where.js'

/** URLs that may be opened; others are only displayed. */
const opens = /^(?:https?:\/\/[^/]|tel:)/i

/** Opens the URL of a link. */
function open(url: string, store: Store): void {
  if (!opens.test(url)) {
    say(store.words.notOpened(url))
    return
  }
  window.open(openable(url, store), '_blank', 'noopener,noreferrer')
  say(store.words.opened(url))
}

/** Handles taps on all elements with an action. */
export function onTaps(part: HTMLElement, store: Store): void {
  const hit = (event: Event): HTMLElement | undefined =>
    (event.target as Element).closest<HTMLElement>('[data-action]') ?? undefined
  part.addEventListener('click', (event) => {
    // A playing video has its own controls.
    if ((event.target as Element).matches('video')) return
    const element = hit(event)
    if (element) attempt(tap(element, part, store))
  })
  part.addEventListener('keydown', (event) => {
    const element = hit(event)
    if (!element || event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    attempt(tap(element, part, store))
  })
  stopsPlaying(store)
}

/** The target of a tap, so that the emulator counts it in the right place. */
function targetOf(element: HTMLElement, action: Action, store: Store): object {
  if (element.closest('.menu-picture')) {
    const areas = [...element.closest('.menu-picture')!.querySelectorAll('.fk-area')]
    return { area: areas.indexOf(element), of: 'richMenu' }
  }
  if (element.closest('.quick-bar')) {
    const { items } = quickReplyIn(store)
    const { label } = action
    if (label && items.filter((item) => item.action.label === label).length === 1) return { label }
  }
  return { action }
}

function quickReplyIn(store: Store): QuickReply {
  const asker = store.entries.find(({ id }) => id === store.chat?.quickReplyOf)
  return (asker?.message as { quickReply?: QuickReply }).quickReply ?? { items: [] }
}

async function tap(element: HTMLElement, part: HTMLElement, store: Store): Promise<void> {
  const { me, chat } = store
  if (me === undefined || !chat) return
  const action = JSON.parse(element.dataset['action']!) as Action
  const playable = playableOf(element)
  if (playable) {
    play(playable, 'uri' in action ? action.uri : undefined, store)
    return
  }
  const { where } = store
  if (action.type === 'camera' || action.type === 'cameraRoll') {
    const picture = await askMedia('image', store)
    if (picture) await act(me, 'sends', { ...where, type: 'image', ...picture })
    return
  }
  const asked =
    action.type === 'datetimepicker'
      ? await askTime(action, store)
      : action.type === 'location'
        ? await askPlace(store)
        : {}
  if (!asked) return
  const turn = await act(me, 'taps', { ...targetOf(element, action, store), ...asked, ...where })
  await follow(turn, part, store)
}

/** What the phone does after a tap: opens URLs, copies text, opens the keyboard. */
async function follow(turn: Turn, part: HTMLElement, store: Store): Promise<void> {
  if (turn.opened !== undefined) open(turn.opened, store)
  if (turn.copied !== undefined) {
    await navigator.clipboard.writeText(turn.copied).catch(() => undefined)
    say(`${store.words.copied}: ${turn.copied}`)
  }
  if (!turn.input) return
  const { option, fillInText } = turn.input
  const field = part.querySelector<HTMLTextAreaElement>('.composer textarea')
  if (option === 'openKeyboard' && field) {
    if (fillInText !== undefined) field.value = fillInText
    field.focus()
  }
  if (option === 'openRichMenu' || option === 'closeRichMenu')
    part
      .querySelector('.menu')
      ?.dispatchEvent(new CustomEvent('fukidashi-menu', { detail: option === 'openRichMenu' }))
}
