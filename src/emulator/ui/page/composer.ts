/** Where people write. */
import { act } from './api.js'
import { askPicture, askPlace, askSticker } from './dialogs.js'
import { fill, h, icon, iconButton, set } from './dom.js'
import { openMenu } from './popup.js'
import type { Store } from './store.js'
import { attempt } from './toast.js'

export function composer(store: Store): HTMLElement {
  const where = () => {
    const { chat } = store
    return chat && chat.kind !== 'user' ? { in: chat.id } : {}
  }
  const sends = async (body: object | undefined) => {
    if (body && store.me !== undefined) await act(store.me, 'sends', { ...where(), ...body })
  }
  const asks =
    <T extends object>(type: string, ask: (store: Store) => Promise<T | undefined>) =>
    () =>
      attempt(
        ask(store)
          .then((given) => sends(given && { type, ...given }))
          .finally(() => field.focus()),
      )

  const field = h('textarea', { rows: 1, maxlength: '5000', enterkeyhint: 'send' })
  const grow = () => {
    field.style.height = 'auto'
    field.style.height = `${Math.max(36, Math.min(field.scrollHeight, 120))}px`
    set(button, { disabled: field.value.trim() === '' })
  }
  const submit = () => {
    const text = field.value
    const { me } = store
    if (text.trim() === '' || me === undefined) return
    field.value = ''
    grow()
    attempt(
      act(me, 'says', { text, ...where() }).catch((error: unknown) => {
        // What could not be sent is not lost.
        if (field.value === '') field.value = text
        grow()
        throw error
      }),
    )
  }
  field.addEventListener('input', grow)
  field.addEventListener('keydown', (event) => {
    // Enter also ends the composition of Japanese, Chinese and Korean: that is no wish to send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })

  const button = h('button', { type: 'submit', class: 'icon-button send' }, icon('send'))
  const more = iconButton('plus', '', () => {
    const { words } = store
    openMenu(more, [
      { label: words.picture, run: asks('image', askPicture) },
      { label: words.place, run: asks('location', askPlace) },
      { label: words.video, run: () => attempt(sends({ type: 'video', duration: 4000 })) },
      { label: words.audio, run: () => attempt(sends({ type: 'audio', duration: 3000 })) },
      { label: words.file, run: () => attempt(sends({ type: 'file', fileName: 'hello.txt' })) },
    ])
  })
  set(more, { 'aria-haspopup': 'menu' })
  const stickers = iconButton('smile', '', asks('sticker', askSticker))
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
    writer,
    h('div', { class: 'composer-row' }, more, field, stickers, button),
  )

  const draw = () => {
    const { words, chat, me } = store
    set(form, { hidden: !chat })
    set(field, { placeholder: words.write, 'aria-label': words.write })
    set(button, { 'aria-label': words.send, title: words.send })
    set(more, { 'aria-label': words.more, title: words.more })
    set(stickers, { 'aria-label': words.sticker, title: words.sticker })
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
  grow()
  return form
}
