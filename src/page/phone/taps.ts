/** Taps: the page asks the questions that LINE asks, and the emulator does the rest. */
import type { Action } from '../../spec/action.js'
import type { QuickReply } from '../../spec/quick-reply.js'
import type { Turn } from '../../emulator/index.js'
import { say } from '../i18n/language.js'
import { askMedia } from '../dialogs/ask-media.js'
import { askPlace } from '../dialogs/ask-place.js'
import { askTime } from '../dialogs/ask-time.js'
import { attempt, report } from '../kit/toasts.js'
import { setMenuOpen } from './menu-state.js'
import { type PhoneModel, whereOf } from './model.js'
import { play, playableOf } from './playing.js'

/** URLs that may be opened; others are only displayed. */
const opens = /^(?:https?:\/\/[^/]|tel:)/i

/** Opens the URL of a link. */
function open(url: string, { links }: PhoneModel): void {
  if (!opens.test(url)) {
    report(say('notOpened', { url }))
    return
  }
  window.open(links.openable(url), '_blank', 'noopener,noreferrer')
  report(say('opened', { url }))
}

const hit = (event: Event): HTMLElement | undefined =>
  (event.target as Element).closest<HTMLElement>('[data-action]') ?? undefined

/** Handles taps on all elements of a phone with an action. */
export const tapHandlers = (phone: PhoneModel) => ({
  onClick: (event: MouseEvent) => {
    // A playing video has its own controls.
    if ((event.target as Element).matches('video')) return
    const element = hit(event)
    if (element) attempt(tap(element, phone))
  },
  onKeyDown: (event: KeyboardEvent) => {
    const element = hit(event)
    if (!element || event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    attempt(tap(element, phone))
  },
})

/** The quick replies of a phone. */
export function quickReplyOf({ chat, entries }: PhoneModel): QuickReply | undefined {
  const id = chat.value?.quickReplyOf
  const asker = id === undefined ? undefined : entries.value.find((entry) => entry.id === id)
  return (asker?.message as { quickReply?: QuickReply } | undefined)?.quickReply
}

/** The target of a tap, so that the emulator counts it in the right place. */
function targetOf(element: HTMLElement, action: Action, phone: PhoneModel): object {
  const picture = element.closest('.menu-picture')
  if (picture) {
    const areas = [...picture.querySelectorAll('.fk-area')]
    return { area: areas.indexOf(element), of: 'richMenu' }
  }
  if (element.closest('.quick-bar')) {
    const items = quickReplyOf(phone)?.items ?? []
    const { label } = action
    if (label && items.filter((item) => item.action.label === label).length === 1) return { label }
  }
  return { action }
}

async function tap(element: HTMLElement, phone: PhoneModel): Promise<void> {
  const me = phone.me.value
  if (me === undefined || !phone.chat.value) return
  const action = JSON.parse(element.dataset['action']!) as Action
  const playable = playableOf(element)
  if (playable) {
    play(playable, 'uri' in action ? action.uri : undefined, phone)
    return
  }
  const where = whereOf(phone)
  const { act } = phone.actions
  if (action.type === 'camera' || action.type === 'cameraRoll') {
    const picture = await askMedia('image')
    if (picture) await act(me, 'sends', { ...where, type: 'image', ...picture })
    return
  }
  const asked =
    action.type === 'datetimepicker'
      ? await askTime(action, phone.now())
      : action.type === 'location'
        ? await askPlace()
        : {}
  if (!asked) return
  const turn = await act(me, 'taps', { ...targetOf(element, action, phone), ...asked, ...where })
  await follow(turn, phone)
}

/** What the phone does after a tap: opens URLs, copies text, opens the keyboard. */
async function follow(turn: Turn, phone: PhoneModel): Promise<void> {
  if (turn.opened !== undefined) open(turn.opened, phone)
  if (turn.copied !== undefined) {
    await navigator.clipboard.writeText(turn.copied).catch(() => undefined)
    report(say('copiedText', { text: turn.copied }))
  }
  if (!turn.input) return
  const { option, fillInText } = turn.input
  if (option === 'openKeyboard') {
    if (fillInText !== undefined) phone.text.value = fillInText
    focusField(phone)
  }
  const menu = phone.menu.value
  if (menu && (option === 'openRichMenu' || option === 'closeRichMenu'))
    setMenuOpen(menu, option === 'openRichMenu')
}

/** Focuses the input field of a phone. */
export const focusField = ({ id }: PhoneModel): void =>
  document.querySelector<HTMLElement>(`#${id} .composer textarea`)?.focus()
