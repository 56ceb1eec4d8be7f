/** The menu of a message: its “…” button, a right click, or a long press. */
import type { EntryView } from '../../emulator/ui/view.js'
import { labelOf } from '../i18n/deeds.js'
import { words } from '../i18n/language.js'
import { copy } from '../kit/copy.js'
import { type Choice, openMenu } from '../kit/Menu.js'
import { moveIn } from '../kit/roving.js'
import { attempt, report } from '../kit/toasts.js'
import { quotedBy } from './draw-entry.js'
import { inShort, textOf } from './entry-text.js'
import { type PhoneModel, whereOf } from './model.js'

/** What the menu needs of the list. */
export interface LineList {
  /** The entry with an id, if it is drawn. */
  entryAt(id: string | undefined): EntryView | undefined
  /** Scrolls to an entry. */
  goTo(id: string): void
}

/** Whether a message has a menu. */
export const hasMenu = ({ message, unsent }: EntryView): boolean =>
  message.type !== 'note' && !unsent

function isPlayable({ message }: EntryView): boolean {
  if (message.type === 'imagemap') return 'video' in message && message.video !== undefined
  if (message.type === 'flex')
    return message.contents.type === 'bubble' && message.contents.hero?.type === 'video'
  return message.type === 'video' || message.type === 'audio'
}

function choicesOf(entry: EntryView, phone: PhoneModel, list: LineList): Choice[] {
  const chat = phone.chat.value
  const me = phone.me.value
  if (!chat || me === undefined) return []
  const { id: messageId, message } = entry
  const { actions, draft } = phone
  const own = entry.from === me && !entry.shownOnly
  const text = textOf(entry, phone.scene.value)
  const quoted = quotedBy(entry, phone.entries.value)
  const record = actions.recordOf(entry)
  const does = (what: string) => actions.act(me, 'does', { what, messageId, ...whereOf(phone) })
  const { reply, played, copyText, copyJson, goToQuoted, inspect } = words.value
  const choices: (Choice | false)[] = [
    entry.quoteToken !== undefined && {
      label: reply,
      icon: 'reply',
      run: () => {
        draft.value = { kind: 'reply', entry }
      },
    },
    // LINE offers this in groups only.
    own &&
      chat.kind === 'group' &&
      message.type === 'text' && {
        label: labelOf('edits'),
        icon: 'edit',
        run: () => {
          draft.value = { kind: 'edit', entry }
        },
      },
    isPlayable(entry) && {
      label: labelOf('plays'),
      icon: 'play',
      run: () => attempt(does('play').then(() => report(played))),
    },
    text !== undefined && { label: copyText, icon: 'copy', run: () => copy(text) },
    { label: copyJson, icon: 'code', run: () => copy(JSON.stringify(message, null, 2)) },
    quoted !== undefined && { label: goToQuoted, icon: 'up', run: () => list.goTo(quoted.id) },
    record !== undefined && { label: inspect, icon: 'list', run: () => actions.inspect(record) },
    own && { label: labelOf('unsends'), icon: 'undo', run: () => attempt(does('unsend')) },
  ]
  return choices.filter((choice) => choice !== false)
}

/** Milliseconds after which a press is a long press. */
const LONG = 500

/** Opens the menus of a list by button, keyboard, right click and long press. Returns a function that ends it. */
export function onLineMenus(element: HTMLElement, list: LineList, phone: PhoneModel): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const lineAt = (event: Event) => (event.target as Element).closest<HTMLElement>('li')
  const openAt = (line: HTMLElement | null, at?: { x: number; y: number }): boolean => {
    const entry = list.entryAt(line?.dataset['id'])
    const button = line?.querySelector<HTMLButtonElement>('.line-more')
    if (!entry || !button) return false
    openMenu(button, choicesOf(entry, phone, list), {
      at,
      label: inShort(entry, phone.scene.value),
    })
    return true
  }

  element.addEventListener(
    'click',
    (event) => {
      const target = event.target as Element
      const line = lineAt(event)
      if (target.closest('.line-more')) openAt(line)
      if (!target.closest('.fk-quote')) return
      const entry = list.entryAt(line?.dataset['id'])
      const quoted = entry && quotedBy(entry, phone.entries.value)
      if (quoted) list.goTo(quoted.id)
    },
    { signal },
  )
  element.addEventListener(
    'keydown',
    (event) => {
      moveIn(element, '.line-more', event)
    },
    { signal },
  )

  let pressing: ReturnType<typeof setTimeout> | undefined
  let pressed = false
  const letGo = () => clearTimeout(pressing)
  element.addEventListener(
    'contextmenu',
    (event) => {
      letGo()
      // With selected text, or on a video, the browser's own menu opens.
      const isMedia = (event.target as Element).matches('video, audio')
      if (isMedia || !getSelection()?.isCollapsed) return
      const at = event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : undefined
      if (pressed || openAt(lineAt(event), at)) event.preventDefault()
    },
    { signal },
  )
  element.addEventListener(
    'pointerdown',
    (event) => {
      letGo()
      pressed = false
      if (event.pointerType !== 'touch') return
      const { clientX: x, clientY: y } = event
      const line = lineAt(event)
      pressing = setTimeout(() => {
        pressed = openAt(line, { x, y })
      }, LONG)
      element.addEventListener('pointermove', function move({ clientX, clientY }) {
        if (Math.hypot(clientX - x, clientY - y) < 10) return
        letGo()
        element.removeEventListener('pointermove', move)
      })
    },
    { signal },
  )
  for (const end of ['pointerup', 'pointercancel']) element.addEventListener(end, letGo, { signal })
  // A long press is not also a tap.
  element.addEventListener(
    'click',
    (event) => {
      if (!pressed) return
      pressed = false
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true, signal },
  )
  return () => controller.abort()
}
