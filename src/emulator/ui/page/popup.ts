/** Small menus below a button: arrows move, Escape closes, the focus comes back. */
import { h } from './dom.js'

interface Choice {
  label: string
  run: () => void
}

let close: (() => void) | undefined

export function openMenu(button: HTMLElement, choices: readonly Choice[]): void {
  if (close) {
    close()
    return
  }
  if (choices.length === 0) return
  const items = choices.map(({ label, run }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        onclick: () => {
          close?.()
          run()
        },
      },
      label,
    ),
  )
  const menu = h('div', { class: 'popup', role: 'menu' }, ...items)
  const place = button.getBoundingClientRect()
  const below = innerHeight - place.bottom
  menu.style.left = `${Math.max(8, Math.min(place.left, innerWidth - 250))}px`
  if (below > 60 + items.length * 40) menu.style.top = `${place.bottom + 6}px`
  else menu.style.bottom = `${innerHeight - place.top + 6}px`

  const outside = (event: Event) => {
    if (!menu.contains(event.target as Node) && !button.contains(event.target as Node)) close?.()
  }
  close = () => {
    close = undefined
    menu.remove()
    removeEventListener('pointerdown', outside)
    button.setAttribute('aria-expanded', 'false')
    button.focus()
  }
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close?.()
    else if (step !== undefined) items.at(step % items.length)?.focus()
    else return
    event.preventDefault()
  })
  addEventListener('pointerdown', outside)
  button.setAttribute('aria-expanded', 'true')
  document.body.append(menu)
  items[0]?.focus()
}
