/** Light or dark colors. */
import { effect, signal } from '@preact/signals'
import { store, stored } from './storage.js'

export type Theme = 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')
const saved = stored('theme')

export const theme = signal<Theme>(
  saved === 'light' || saved === 'dark' ? saved : dark.matches ? 'dark' : 'light',
)

effect(() => {
  document.documentElement.dataset['theme'] = theme.value
})

export function switchTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark'
  store('theme', theme.value)
}
