/** The input field. */
import { useComputed } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { labelOf } from '../i18n/deeds.js'
import { words } from '../i18n/language.js'
import { Icon, IconButton } from '../kit/Icon.js'
import { openMenu } from '../kit/Menu.js'
import { attempt } from '../kit/toasts.js'
import { attachments, sendSticker } from './attach.js'
import { DraftStrip } from './DraftStrip.js'
import { textOf } from './entry-text.js'
import { MentionList, useMentions } from './Mentions.js'
import { nameOf, type PhoneModel, whereOf } from './model.js'
import { bodyOf } from './text-parts.js'

/** Heights of the field in pixels. */
const [LOWEST, HIGHEST] = [36, 120]

/** Sends the text, or changes the message that is edited. */
function submit(phone: PhoneModel): void {
  const text = phone.text.value
  const me = phone.me.value
  const draft = phone.draft.value
  if (text.trim() === '' || me === undefined) return
  const edited = draft?.kind === 'edit' ? draft.entry : undefined
  const body = { ...bodyOf(text, phone, edited), ...whereOf(phone) }
  phone.text.value = ''
  phone.draft.value = undefined
  const { act } = phone.actions
  const sending = edited
    ? act(me, 'does', { what: 'edit', messageId: edited.id, ...body })
    : act(me, 'says', { ...body, quotes: draft?.entry.id })
  attempt(
    sending.catch((error: unknown) => {
      // Restores a text that could not be sent.
      if (phone.text.value === '') phone.text.value = text
      throw error
    }),
  )
}

/** Puts the text of an edited message into the field, and back what was written before. */
function useDraft(phone: PhoneModel, focus: () => void): void {
  const aside = useRef<string | undefined>(undefined)
  const draft = phone.draft.value
  useLayoutEffect(() => {
    if (draft?.kind === 'edit') {
      aside.current ??= phone.text.value
      phone.text.value = textOf(draft.entry, phone.scene.value) ?? ''
    } else if (aside.current !== undefined) {
      phone.text.value = aside.current
      aside.current = undefined
    }
    if (draft) focus()
  }, [draft])
}

export function Composer({ phone }: { phone: PhoneModel }) {
  const chat = phone.chat.value
  const me = phone.me.value
  const text = phone.text.value
  const field = useRef<HTMLTextAreaElement>(null)
  const isEmpty = useComputed(() => phone.text.value.trim() === '').value
  const mentions = useMentions(phone, field)
  useDraft(phone, () => field.current?.focus())
  useLayoutEffect(() => {
    const element = field.current!
    element.style.height = 'auto'
    const { scrollHeight } = element
    element.style.height = `${Math.max(LOWEST, Math.min(scrollHeight, HIGHEST))}px`
  }, [text])
  const isGroup = chat !== undefined && chat.kind !== 'user'
  const { write, send, more, writeAs } = words.value
  const draftId = `${phone.id}-draft`
  return (
    <form
      class="composer"
      hidden={!chat}
      onSubmit={(event) => {
        event.preventDefault()
        submit(phone)
      }}
    >
      <DraftStrip phone={phone} id={draftId} />
      <MentionList mentions={mentions} />
      <div class="composer-row">
        <IconButton
          icon="plus"
          label={more}
          menu
          onClick={({ currentTarget }) => openMenu(currentTarget, attachments(phone))}
        />
        <textarea
          ref={field}
          rows={1}
          maxLength={5000}
          enterkeyhint="send"
          placeholder={write}
          aria-label={write}
          aria-describedby={phone.draft.value && draftId}
          aria-keyshortcuts="/"
          {...mentions.aria}
          value={text}
          onInput={({ currentTarget }) => {
            phone.text.value = currentTarget.value
            mentions.look()
          }}
          onClick={mentions.look}
          onKeyDown={(event) => {
            // Enter also ends the composition of Japanese, Chinese and Korean text; it must not send then.
            if (event.isComposing || mentions.onKey(event)) return
            if (event.key === 'Escape') phone.draft.value = undefined
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            submit(phone)
          }}
        />
        <IconButton
          icon="smile"
          label={labelOf('sendsSticker')}
          onClick={() => sendSticker(phone)}
        />
        <button
          type="submit"
          class="icon-button send"
          aria-label={send}
          title={send}
          disabled={isEmpty}
        >
          <Icon name="send" />
        </button>
      </div>
      {isGroup && (
        <select
          class="writer"
          aria-label={writeAs}
          value={me}
          onChange={({ currentTarget }) => {
            phone.writeAs(currentTarget.value)
          }}
        >
          {chat.members.map((id) => (
            <option key={id} value={id}>
              {writeAs}: {nameOf(phone.scene.value, id)}
            </option>
          ))}
        </select>
      )}
    </form>
  )
}
