/** The person whose phone is open reads its chat, as in LINE: reports it to the emulator. */
import { effect, signal } from '@preact/signals'
import { act } from './api.js'
import type { PhoneState } from './phone-state.js'
import type { Session } from './session.js'

const isVisible = signal(document.visibilityState === 'visible')
document.addEventListener('visibilitychange', () => {
  isVisible.value = document.visibilityState === 'visible'
})

export function reportReading(phone: PhoneState, session: Session): void {
  let reported = ''
  effect(() => {
    const chat = phone.chat.value
    const me = phone.me.value
    const last = phone.entries.value.at(-1)
    // Narrow screens show one part at a time.
    const { value } = session.part
    if (me === undefined || !chat?.members.includes(me) || !last || !isVisible.value) return
    if ((chat.seenUpTo[me] ?? '') >= last.id) return
    const news = `${chat.id} ${me} ${last.id} ${value}`
    if (news === reported) return
    const element = document.getElementById(phone.id)
    requestAnimationFrame(() => {
      if (!element || element.offsetParent === null || news === reported) return
      reported = news
      // A failed report is repeated with the next entry.
      act(me, 'does', { what: 'read', ...(chat.kind !== 'user' && { in: chat.id }) }).catch(() => {
        reported = ''
      })
    })
  })
}
