/** One entry of a chat: HTML of the preview, and the button of its menu. */
import { memo } from 'preact/compat'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { words } from '../i18n/language.js'
import { drawnClass } from '../kit/device.js'
import { paths } from '../kit/icon-paths.js'
import { keepOneStop } from '../kit/roving.js'
import { type DrawnEntry, entryHtml } from './draw-entry.js'
import { hasMenu } from './line-menu.js'
import type { PhoneModel } from './model.js'
import { stopIfGone } from './playing.js'

const SVG = 'http://www.w3.org/2000/svg'

/** The menu button of a message. It is put into HTML that the preview has drawn. */
function menuButton(): HTMLButtonElement {
  const button = document.createElement('button')
  const attributes = {
    type: 'button',
    class: 'line-more',
    tabindex: '-1',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    'aria-label': words.value.lineMenu,
  }
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value)
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', paths.more)
  svg.append(path)
  button.append(svg)
  return button
}

/** Buttons and links of a message. */
export const TAPPABLE = '[data-action][role=button]'

interface LineProps extends DrawnEntry {
  phone: PhoneModel
  /** Changes when it has to be drawn again. */
  look: string
  isMarked: boolean
}

function LineOf({ phone, isMarked, look, entry, before, read, quoted }: LineProps) {
  const ref = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const element = ref.current!
    const hadFocus = element.contains(document.activeElement)
    // The preview escapes every text; its HTML contains no script.
    element.innerHTML = entryHtml({ entry, before, read, quoted }, phone)
    const button = hasMenu(entry) ? menuButton() : undefined
    if (button) element.querySelector('.fk-time')?.append(button)
    keepOneStop(element, TAPPABLE)
    if (hadFocus) (button ?? element.closest<HTMLElement>('.scroller'))?.focus()
    stopIfGone(phone)
  }, [phone, look, entry, before, read, quoted])
  return (
    <li
      ref={ref}
      data-id={entry.id}
      class={isMarked ? `${drawnClass.value} marked` : drawnClass.value}
    />
  )
}

export const Line = memo(LineOf)
