/** The bar above the input field: the message that is replied to or edited. */
import { fill, h, iconButton, set } from './dom.js'
import { inShort, speakerOf } from './lines.js'
import type { Store } from './store.js'

export function draftPart(store: Store): HTMLElement {
  const title = h('strong')
  const text = h('span', { class: 'draft-text' })
  const close = iconButton('close', '', () => store.drafts(undefined))
  const words = h('div', { class: 'draft-words', id: 'draft' }, title, text)
  const strip = h('div', { class: 'draft' }, words, close)
  store.on(['draft', 'look', 'entries'], () => {
    const { draft, words } = store
    set(strip, { hidden: !draft })
    if (!draft) return
    const { kind, entry } = draft
    fill(title, kind === 'edit' ? words.editing : words.replyingTo(speakerOf(entry, store)))
    fill(text, inShort(entry, store))
    set(close, { 'aria-label': words.cancel, title: words.cancel })
  })
  return strip
}
