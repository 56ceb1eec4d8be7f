/** Groups of buttons that are one stop of the Tab key; arrow keys move inside them. */

const stepOf = (key: string, at: number, across: boolean): number | undefined =>
  ({
    [across ? 'ArrowRight' : 'ArrowDown']: at + 1,
    [across ? 'ArrowLeft' : 'ArrowUp']: Math.max(0, at - 1),
    Home: 0,
    End: -1,
  })[key]

const visible = (element: HTMLElement): boolean => element.offsetParent !== null

const itemsIn = (group: HTMLElement, items: string): HTMLElement[] =>
  [...group.querySelectorAll<HTMLElement>(items)].filter(visible)

/** Makes one of the elements a stop of the Tab key: the given one, or the one that already is, or the first. */
export function keepOneStop(group: HTMLElement, items: string, stop?: Element | null): void {
  // Nothing is measured here: this runs whenever a list is drawn.
  const all = [...group.querySelectorAll<HTMLElement>(items)]
  const current =
    stop ?? all.find((item) => item.getAttribute('tabindex') === '0' && !item.hidden) ?? all[0]
  for (const item of all) {
    const index = item === current ? '0' : '-1'
    if (item.getAttribute('tabindex') !== index) item.setAttribute('tabindex', index)
  }
}

/** Moves the focus within a group. Returns whether the key was meant for it. */
export function moveIn(
  group: HTMLElement,
  items: string,
  event: KeyboardEvent,
  { across = false }: { across?: boolean } = {},
): boolean {
  const all = itemsIn(group, items)
  const at = all.indexOf(event.target as HTMLElement)
  const step = at === -1 ? undefined : stepOf(event.key, at, across)
  if (step === undefined) return false
  event.preventDefault()
  const next = step === -1 ? all.at(-1) : all[Math.min(step, all.length - 1)]
  if (next) {
    keepOneStop(group, items, next)
    next.focus()
  }
  return true
}
