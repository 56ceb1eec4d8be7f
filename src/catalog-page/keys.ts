/** Keyboard shortcuts, as Storybook has them. */
import { listShortcuts } from '../page/toolbar/Shortcuts.js'
import { allLocales, hasPanel, hasSidebar, isFull, isPanelBelow, part } from './state/look.js'
import { searchField, step } from './tree/Tree.js'
import { text } from './words/words.js'

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, select, textarea')

const isBusy = (): boolean => document.querySelector('dialog[open], [role=menu]') !== null

export function showShortcuts(): void {
  const words = text.value
  listShortcuts([
    [['/'], words.keySearch],
    [['Ctrl', 'K'], words.keySearch],
    [['S'], words.keySidebar],
    [['A'], words.keyPanel],
    [['D'], words.keyPanelPlace],
    [['F'], words.keyFull],
    [['L'], words.keyLocales],
    [['Alt', '→'], words.keyStory],
    [['Alt', '←'], words.keyStory],
    [['Alt', '↓'], words.keyComponent],
    [['Alt', '↑'], words.keyComponent],
    [['?'], words.keyHelp],
  ])
}

function search(): void {
  hasSidebar.value = true
  isFull.value = false
  part.value = 'stories'
  // The field may just have become visible.
  setTimeout(() => {
    searchField()?.focus()
    searchField()?.select()
  })
}

export function toggleSidebar(): void {
  hasSidebar.value = isFull.value || !hasSidebar.value
  isFull.value = false
}

export function togglePanel(): void {
  hasPanel.value = isFull.value || !hasPanel.value
  isFull.value = false
}

const letters: Readonly<Record<string, () => void>> = {
  '/': search,
  '?': showShortcuts,
  s: toggleSidebar,
  a: togglePanel,
  d: () => {
    isPanelBelow.value = !isPanelBelow.value
  },
  f: () => {
    isFull.value = !isFull.value
  },
  l: () => {
    allLocales.value = !allLocales.value
  },
}

const arrows: Readonly<Record<string, () => void>> = {
  ArrowRight: () => step(1, false),
  ArrowLeft: () => step(-1, false),
  ArrowDown: () => step(1, true),
  ArrowUp: () => step(-1, true),
}

function actionOf({ key, code, altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent) {
  if ((ctrlKey || metaKey) && !altKey) {
    if (key.toLowerCase() === 'k') return search
    return key === '/' ? showShortcuts : undefined
  }
  if (ctrlKey || metaKey) return undefined
  if (altKey && Object.hasOwn(arrows, key)) return isField(target) ? undefined : arrows[key]
  // Alt changes the letter on a Mac.
  const letter = altKey ? code.replace(/^Key/, '').toLowerCase() : key.toLowerCase()
  if (isField(target) || (shiftKey && letter !== '?')) return undefined
  return Object.hasOwn(letters, letter) ? letters[letter] : undefined
}

export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || isBusy()) return
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    action()
  })
}
