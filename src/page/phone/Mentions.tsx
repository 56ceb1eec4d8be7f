/** Completes names after an `@` in groups. */
import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { words } from '../i18n/language.js'
import type { PhoneModel } from './model.js'
import { mentionAt, mentionsIn } from './text-parts.js'

/** Names that the list has room for. */
const MOST = 6

interface Completion {
  /** Where the `@` is. */
  from: number
  /** The names, each with its `@`. */
  names: readonly string[]
  selected: number
}

interface Mentions {
  phoneId: string
  open: Signal<Completion | undefined>
  /** Looks at the text before the caret. */
  look: () => void
  choose: (name: string) => void
  /** Handles a key. Returns whether it was meant for the list. */
  onKey: (event: KeyboardEvent) => boolean
  aria: { 'aria-autocomplete'?: 'list'; 'aria-controls'?: string; 'aria-activedescendant'?: string }
}

const listId = (phoneId: string) => `${phoneId}-mentions`

export function useMentions(
  phone: PhoneModel,
  field: RefObject<HTMLTextAreaElement | null>,
): Mentions {
  const open = useSignal<Completion | undefined>(undefined)
  const dismissed = useSignal<number | undefined>(undefined)
  const look = () => {
    const { value, selectionStart } = field.current!
    const mention = mentionAt(value, selectionStart)
    if (mention?.from !== dismissed.value) dismissed.value = undefined
    const letters = mention?.letters.toLowerCase() ?? ''
    const names = mention
      ? mentionsIn(phone)
          .map(([name]) => name)
          .filter((name) => name.toLowerCase().startsWith(`@${letters}`))
          .slice(0, MOST)
      : []
    const isWritten = names.length === 1 && names[0] === `@${mention?.letters}`
    open.value =
      mention && names.length > 0 && !isWritten && dismissed.value === undefined
        ? { from: mention.from, names, selected: 0 }
        : undefined
  }
  const choose = (name: string) => {
    const element = field.current!
    const { value, selectionStart } = element
    const { from } = open.value!
    const before = `${value.slice(0, from)}${name} `
    // Writes into the field at once: a caret that is set in a later frame would jump back before what was typed meanwhile.
    element.value = before + value.slice(selectionStart)
    element.setSelectionRange(before.length, before.length)
    element.focus()
    phone.text.value = element.value
    dismissed.value = from
    open.value = undefined
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const current = open.value
    if (!current) return false
    const { names, selected } = current
    const step = { ArrowDown: 1, ArrowUp: names.length - 1 }[event.key]
    if (step !== undefined) open.value = { ...current, selected: (selected + step) % names.length }
    else if (event.key === 'Enter' || event.key === 'Tab') choose(names[selected]!)
    else if (event.key === 'Escape') {
      dismissed.value = current.from
      open.value = undefined
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const id = listId(phone.id)
  const isGroup = phone.chat.value !== undefined && phone.chat.value.kind !== 'user'
  return {
    phoneId: phone.id,
    open,
    look,
    choose,
    onKey,
    aria: {
      ...(isGroup && { 'aria-autocomplete': 'list' }),
      ...(open.value && {
        'aria-controls': id,
        'aria-activedescendant': `${id}-${open.value.selected}`,
      }),
    },
  }
}

export function MentionList({ mentions }: { mentions: Mentions }) {
  const open = mentions.open.value
  if (!open) return null
  const id = listId(mentions.phoneId)
  return (
    <ul class="mentions" role="listbox" id={id} aria-label={words.value.mentions}>
      {open.names.map((name, i) => (
        <li
          key={i}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === open.selected}
          onPointerDown={(event) => {
            // The field keeps the focus.
            event.preventDefault()
            mentions.choose(name)
          }}
        >
          {name}
        </li>
      ))}
    </ul>
  )
}
