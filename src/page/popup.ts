/** Menus at a button or at the pointer: arrow keys move, Escape closes, and the focus returns. */
import { h, icon, type Icon } from './dom.js'

export interface Choice {
  label: string
  icon?: Icon
  run: () => void
}

interface MenuOptions {
  /** Where it opens, instead of at its button. */
  at?: { x: number; y: number } | undefined
  /** Aligns its right edge with that of the button. */
  atEnd?: boolean | undefined
  /** What it is about. */
  label?: string | undefined
}

let open: { button: HTMLElement; close: () => void } | undefined

/** Distance between a menu and the edge of the window. */
const EDGE = 8

/** Beside its button, within the window. */
function place(menu: HTMLElement, button: HTMLElement, { at, atEnd }: MenuOptions): void {
  const { width, height } = menu.getBoundingClientRect()
  const box = button.getBoundingClientRect()
  const around = at
    ? { left: at.x, right: at.x, top: at.y, bottom: at.y }
    : { left: box.left, right: box.right, top: box.top - 6, bottom: box.bottom + 6 }
  const fitsRight = !atEnd && around.left + width <= innerWidth - EDGE
  const left = fitsRight ? around.left : around.right - width
  const fitsBelow = around.bottom + height <= innerHeight - EDGE
  const top = fitsBelow ? around.bottom : around.top - height
  const within = (value: number, room: number) => Math.max(EDGE, Math.min(value, room - EDGE))
  menu.style.left = `${within(left, innerWidth - width)}px`
  menu.style.top = `${within(top, innerHeight - height)}px`
}

/** Opens a menu; closes it if it is already open. */
export function openMenu(
  button: HTMLElement,
  choices: readonly Choice[],
  options: MenuOptions = {},
): void {
  const { at, label } = options
  const wasOpen = open?.button === button && !at
  open?.close()
  if (wasOpen || choices.length === 0) return
  const items = choices.map((choice) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        onclick: () => {
          close()
          choice.run()
        },
      },
      choice.icon && icon(choice.icon),
      choice.label,
    ),
  )
  const menu = h('div', { class: 'popup', role: 'menu', 'aria-label': label }, ...items)
  const outside = (event: Event) => {
    if (!menu.contains(event.target as Node) && !button.contains(event.target as Node)) close()
  }
  const close = () => {
    open = undefined
    menu.remove()
    removeEventListener('pointerdown', outside)
    removeEventListener('resize', close)
    button.setAttribute('aria-expanded', 'false')
    button.focus()
  }
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (step !== undefined) items.at(step % items.length)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  menu.addEventListener('contextmenu', (event) => event.preventDefault())
  addEventListener('pointerdown', outside)
  addEventListener('resize', close)
  button.setAttribute('aria-expanded', 'true')
  document.body.append(menu)
  place(menu, button, options)
  open = { button, close }
  items[0]?.focus()
}
