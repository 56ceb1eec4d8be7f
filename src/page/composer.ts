/** The input field. */
import { act } from './api.js'
import { askMedia } from './ask-media.js'
import { askPlace, askSticker } from './dialogs.js'
import { labelOf, offers } from './deeds.js'
import { draftPart } from './draft.js'
import { fill, h, icon, type Icon, iconButton, set } from './dom.js'
import { textOf } from './lines.js'
import { bodyOf } from './parts.js'
import { openMenu } from './popup.js'
import type { Store } from './store.js'
import { attempt } from './toast.js'

export function composer(store: Store): HTMLElement {
  const sends = async (body: object | undefined) => {
    if (body && store.me !== undefined) await act(store.me, 'sends', { ...store.where, ...body })
  }
  const asks =
    <T extends object>(type: string, ask: (store: Store) => Promise<T | undefined>) =>
    () =>
      attempt(
        ask(store)
          .then((answer) => sends(answer && { type, ...answer }))
          .finally(() => field.focus()),
      )

  const asksMedia = (kind: 'image' | 'video' | 'audio' | 'file') =>
    asks(kind, (store) => askMedia(kind, store))
  const attachments: Readonly<Record<string, { icon: Icon; run: () => void }>> = {
    image: { icon: 'picture', run: asksMedia('image') },
    video: { icon: 'play', run: asksMedia('video') },
    audio: { icon: 'audio', run: asksMedia('audio') },
    file: { icon: 'file', run: asksMedia('file') },
    location: { icon: 'pin', run: asks('location', askPlace) },
  }

  const field = h('textarea', { rows: 1, maxlength: '5000', enterkeyhint: 'send' })
  const grow = () => {
    field.style.height = 'auto'
    field.style.height = `${Math.max(36, Math.min(field.scrollHeight, 120))}px`
    set(button, { disabled: field.value.trim() === '' })
  }
  const submit = () => {
    const text = field.value
    const { me, draft, where } = store
    if (text.trim() === '' || me === undefined) return
    const edited = draft?.kind === 'edit' ? draft.entry : undefined
    const body = { ...bodyOf(text, store, edited), ...where }
    field.value = ''
    store.drafts(undefined)
    grow()
    attempt(
      (edited
        ? act(me, 'does', { what: 'edit', messageId: edited.id, ...body })
        : act(me, 'says', { ...body, quotes: draft?.entry.id })
      ).catch((error: unknown) => {
        // Restores a text that could not be sent.
        if (field.value === '') field.value = text
        grow()
        throw error
      }),
    )
  }

  /** The text that was being written when an edit began. */
  let aside: string | undefined
  const drawDraft = () => {
    const { draft } = store
    if (draft?.kind === 'edit') {
      aside ??= field.value
      field.value = textOf(draft.entry, store) ?? ''
    } else if (aside !== undefined) {
      field.value = aside
      aside = undefined
    }
    set(field, { 'aria-describedby': draft && 'draft' })
    grow()
    if (draft) field.focus()
  }
  field.addEventListener('input', grow)
  field.addEventListener('keydown', (event) => {
    // Enter also ends the composition of Japanese, Chinese and Korean text; it must not send then.
    if (event.key === 'Escape' && !event.isComposing) store.drafts(undefined)
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })

  const button = h('button', { type: 'submit', class: 'icon-button send' }, icon('send'))
  const more = iconButton('plus', '', () => {
    openMenu(
      more,
      offers('person', 'attach', store).map(({ what, label }) => ({
        label,
        ...attachments[what]!,
      })),
    )
  })
  set(more, { 'aria-haspopup': 'menu' })
  const stickers = iconButton(
    'smile',
    '',
    asks('sticker', async () => {
      const answer = await askSticker(store)
      const { draft } = store
      if (!answer || draft?.kind !== 'reply') return answer
      store.drafts(undefined)
      return { ...answer, quotes: draft.entry.id }
    }),
  )
  const writer = h('select', {
    class: 'writer',
    onchange: () => {
      store.me = writer.value
    },
  })
  const form = h(
    'form',
    {
      class: 'composer',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault()
        submit()
      },
    },
    draftPart(store),
    writer,
    h('div', { class: 'composer-row' }, more, field, stickers, button),
  )

  const draw = () => {
    const { words, chat, me } = store
    set(form, { hidden: !chat })
    set(field, { placeholder: words.write, 'aria-label': words.write })
    set(button, { 'aria-label': words.send, title: words.send })
    set(more, { 'aria-label': words.more, title: words.more })
    const sticker = labelOf('sendsSticker', store)
    set(stickers, { 'aria-label': sticker, title: sticker })
    const isGroup = chat !== undefined && chat.kind !== 'user'
    set(writer, { hidden: !isGroup, 'aria-label': words.writeAs })
    const members = isGroup ? chat.members : []
    const state = members.join() + store.language
    if (writer.dataset['state'] !== state) {
      writer.dataset['state'] = state
      fill(
        writer,
        ...members.map((id) => h('option', { value: id }, `${words.writeAs}: ${store.nameOf(id)}`)),
      )
    }
    if (me !== undefined) writer.value = me
  }
  store.on(['view', 'chat', 'look'], draw)
  store.on(['draft'], drawDraft)
  grow()
  return form
}
