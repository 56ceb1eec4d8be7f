/** Quick replies above the input field, and the rich menu below it. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { toHtml } from '../../preview/index.js'
import { words } from '../i18n/language.js'
import { drawnClass } from '../kit/device.js'
import { Icon, IconButton } from '../kit/Icon.js'
import { keepOneStop, moveIn } from '../kit/roving.js'
import { lookKey, lookOf } from './draw-entry.js'
import { isMenuOpen, setMenuOpen, showsAreas, toggleAreas } from './menu-state.js'
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
  const picture = useRef<HTMLDivElement>(null)
  // A tap on a tab draws another menu: the focus stays at the same place.
  const focused = areasIn(picture.current).indexOf(document.activeElement as HTMLElement)
  useLayoutEffect(() => {
    const areas = areasIn(picture.current)
    // Drawn by the style sheet: the text of a button would have to be part of its name.
    for (const area of areas) area.dataset['says'] = area.textContent
    if (focused === -1) return
    const next = areas[Math.min(focused, areas.length - 1)]
    next?.focus()
  }, [html])
  return (
    <div class="menu" role="group" hidden={!menu} aria-label={words.value.richMenu}>
      <div class="menu-head">
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
        {isOpen && (
          <IconButton
            icon="areas"
            label={words.value.showAreas}
            pressed={showsAreas.value}
            onClick={toggleAreas}
          />
        )}
      </div>
      <div
        class={`menu-picture ${drawnClass.value}${showsAreas.value ? ' with-areas' : ''}`}
        id={id}
        ref={picture}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </div>
  )
}

const areasIn = (picture: HTMLElement | null): HTMLElement[] => [
  ...(picture?.querySelectorAll<HTMLElement>('.fk-area') ?? []),
]
