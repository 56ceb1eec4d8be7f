/** Quick replies above the input field, and the rich menu below it. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { toHtml } from '../../preview/index.js'
import { words } from '../i18n/language.js'
import { drawnClass } from '../kit/device.js'
import { Icon } from '../kit/Icon.js'
import { keepOneStop, moveIn } from '../kit/roving.js'
import { lookKey, lookOf } from './draw-entry.js'
import { isMenuOpen, setMenuOpen } from './menu-state.js'
import type { PhoneModel } from './model.js'
import { quickReplyOf } from './taps.js'

const QUICK = '[data-action]'

export function QuickReplies({ phone }: { phone: PhoneModel }) {
  const quickReply = quickReplyOf(phone)
  const html = quickReply ? toHtml({ entries: [], quickReply }, lookOf(phone)) : ''
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => keepOneStop(ref.current!, QUICK), [html])
  return (
    <div
      class={`quick-bar ${drawnClass.value}`}
      role="group"
      ref={ref}
      hidden={html === ''}
      aria-label={words.value.quickReplies}
      onKeyDown={(event) => moveIn(ref.current!, QUICK, event, { across: true })}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

export function RichMenu({ phone }: { phone: PhoneModel }) {
  const menu = phone.menu.value
  const isOpen = menu !== undefined && isMenuOpen(menu)
  const look = lookKey(phone)
  const html = useMemo(
    () =>
      menu && isOpen
        ? toHtml(
            {
              menu: menu.menu,
              open: true,
              ...(menu.imageUrl !== undefined && { imageUrl: menu.imageUrl }),
            },
            lookOf(phone),
          )
        : '',
    [menu, isOpen, look],
  )
  const id = `${phone.id}-menu`
  return (
    <div class="menu" role="group" hidden={!menu} aria-label={words.value.richMenu}>
      <button
        type="button"
        class="menu-bar"
        aria-controls={id}
        aria-expanded={isOpen}
        onClick={() => menu && setMenuOpen(menu, !isOpen)}
      >
        {menu?.menu.chatBarText}
        <Icon name={isOpen ? 'down' : 'up'} />
      </button>
      <div
        class={`menu-picture ${drawnClass.value}`}
        id={id}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </div>
  )
}
