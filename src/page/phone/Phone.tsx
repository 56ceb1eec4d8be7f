/** A phone: header, messages, and everything that can be tapped. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { words } from '../i18n/language.js'
import { Composer } from './Composer.js'
import { fitMenu } from './fit-menu.js'
import { Head, Hint } from './Head.js'
import { Lines } from './Lines.js'
import { QuickReplies, RichMenu } from './Menus.js'
import { chatName, type PhoneModel } from './model.js'
import { tapHandlers } from './taps.js'

/** Displayed while there are no people. */
const NoPeople = ({ addPerson }: { addPerson: () => void }) => (
  <div class="no-people">
    <span class="logo" />
    <p>{words.value.noPeople}</p>
    <button type="button" class="primary" onClick={addPerson}>
      {words.value.addPerson}
    </button>
  </div>
)

export function Phone({ phone, onFocus }: { phone: PhoneModel; onFocus?: () => void }) {
  const ref = useRef<HTMLElement>(null)
  const handlers = useMemo(() => tapHandlers(phone), [phone])
  const { people } = phone.scene.value
  const { addPerson } = phone.actions
  const chat = phone.chat.value
  useLayoutEffect(() => fitMenu(ref.current!), [])
  const name = chat && chatName(phone.scene.value, chat)
  return (
    <section
      class="phone"
      id={phone.id}
      ref={ref}
      aria-label={name === undefined ? words.value.chat : `${words.value.chat}: ${name}`}
      onFocusCapture={onFocus}
      onPointerDownCapture={onFocus}
      {...handlers}
    >
      <Head phone={phone} />
      <Hint phone={phone} />
      {people.size === 0 && addPerson && <NoPeople addPerson={addPerson} />}
      <Lines phone={phone} />
      <QuickReplies phone={phone} />
      <Composer phone={phone} />
      <RichMenu phone={phone} />
    </section>
  )
}
