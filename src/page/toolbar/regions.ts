/** Keyboard shortcuts: F6 moves between the parts of the page. */

const REGIONS = '.top, .people, .phone, .inspector'
/** What gets the focus in a part that had none yet, the first that exists. */
const FIRST = [
  '.composer:not([hidden]) textarea',
  '.person[tabindex="0"]',
  '.record[tabindex="0"]',
  'button[tabindex="0"]',
  'button:not(:disabled)',
]

/** Where the focus was in each part. */
const last = new WeakMap<Element, HTMLElement>()

const isVisible = (element: HTMLElement): boolean => element.offsetParent !== null

function remember({ target }: FocusEvent): void {
  const region = (target as Element).closest(REGIONS)
  if (region && target instanceof HTMLElement) last.set(region, target)
}

function enter(region: HTMLElement): void {
  const before = last.get(region)
  if (before?.isConnected && isVisible(before)) {
    before.focus()
    return
  }
  for (const selector of FIRST) {
    const element = [...region.querySelectorAll<HTMLElement>(selector)].find(isVisible)
    if (!element) continue
    element.focus()
    return
  }
}

/** Moves the focus to the next part of the page, or the one before. */
export function moveRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(isVisible)
  const current = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions.at((current === -1 && by === -1 ? 0 : current + by) % regions.length)
  if (next) enter(next)
}

export interface Shortcuts {
  write(): void
  step(by: 1 | -1): void
  problems(): void
  help(): void
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, select, textarea')

const isBusy = (): boolean => document.querySelector('dialog[open], [role=menu]') !== null

function onKey(event: KeyboardEvent, shortcuts: Shortcuts): boolean {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event
  if (event.isComposing || isBusy()) return false
  if (key === 'F6') moveRegion(shiftKey ? -1 : 1)
  else if (altKey && !ctrlKey && key === 'ArrowDown') shortcuts.step(1)
  else if (altKey && !ctrlKey && key === 'ArrowUp') shortcuts.step(-1)
  else if ((ctrlKey || metaKey) && key === '/') shortcuts.help()
  else if (ctrlKey || metaKey || altKey || isField(event.target)) return false
  else if (key === '?') shortcuts.help()
  else if (key === '/') shortcuts.write()
  else if (key === 'p') shortcuts.problems()
  else return false
  return true
}

export function listenToKeys(shortcuts: Shortcuts): void {
  addEventListener('focusin', remember)
  addEventListener('keydown', (event) => {
    if (onKey(event, shortcuts)) event.preventDefault()
  })
}
