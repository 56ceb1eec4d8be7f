/** The person whose phone is open reads its chat, as in LINE: reports it to the emulator. */
import { act } from './api.js'
import type { Store } from './store.js'

export function reading(store: Store, phone: HTMLElement): void {
  let telling = ''
  const look = () => {
    const { me, chat, entries, where } = store
    const last = entries.at(-1)
    if (me === undefined || !chat?.members.includes(me) || !last) return
    if (document.visibilityState !== 'visible' || phone.offsetParent === null) return
    if ((chat.seenUpTo[me] ?? '') >= last.id) return
    const news = `${chat.id} ${me} ${last.id}`
    if (news === telling) return
    telling = news
    // A failed report is repeated with the next entry.
    act(me, 'does', { what: 'read', ...where }).catch(() => (telling = ''))
  }
  store.on(['view', 'entries', 'chat', 'part'], look)
  document.addEventListener('visibilitychange', look)
}
