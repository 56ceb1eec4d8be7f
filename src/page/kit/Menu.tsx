/** Menus at a button or at the pointer: arrow keys move, Escape closes, and the focus returns. */
import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './Icon.js'
import type { IconName } from './icon-paths.js'

export interface Choice {
  label: string
  icon?: IconName
  /** Marks the current one of several values. */
  checked?: boolean
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

interface OpenMenu {
  button: HTMLElement
  choices: readonly Choice[]
  options: MenuOptions
}

const current = signal<OpenMenu | undefined>(undefined)

/** Distance between a menu and the edge of the window. */
const EDGE = 8

function close(): void {
  const open = current.value
  if (!open) return
  current.value = undefined
  open.button.setAttribute('aria-expanded', 'false')
  open.button.focus()
}

/** Opens a menu; closes it if it is already open. */
export function openMenu(
  button: HTMLElement,
  choices: readonly Choice[],
  options: MenuOptions = {},
): void {
  const wasOpen = current.value?.button === button && !options.at
  close()
  if (wasOpen || choices.length === 0) return
  button.setAttribute('aria-expanded', 'true')
  current.value = { button, choices, options }
}

/** Beside its button, within the window. */
function place(menu: HTMLElement, { button, options: { at, atEnd } }: OpenMenu): void {
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

function move(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll('button')]
  const at = items.indexOf(document.activeElement as HTMLButtonElement)
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
  const step = steps[event.key]
  if (event.key === 'Escape' || event.key === 'Tab') close()
  else if (step !== undefined) items.at(step % items.length)?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}

function Popup({ open }: { open: OpenMenu }) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const menu = ref.current!
    place(menu, open)
    menu.querySelector('button')?.focus()
    const outside = ({ target }: Event) => {
      if (!menu.contains(target as Node) && !open.button.contains(target as Node)) close()
    }
    addEventListener('pointerdown', outside)
    addEventListener('resize', close)
    return () => {
      removeEventListener('pointerdown', outside)
      removeEventListener('resize', close)
    }
  }, [open])
  return (
    <div
      class="popup"
      role="menu"
      aria-label={open.options.label}
      ref={ref}
      onKeyDown={move}
      onContextMenu={(event) => event.preventDefault()}
    >
      {open.choices.map(({ label, icon, checked, run }) => (
        <button
          key={label}
          type="button"
          role={checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={checked}
          tabIndex={-1}
          onClick={() => {
            close()
            run()
          }}
        >
          {icon && <Icon name={icon} />}
          {label}
        </button>
      ))}
    </div>
  )
}

/** The open menu. */
export const MenuHost = () => (current.value ? <Popup open={current.value} /> : null)
