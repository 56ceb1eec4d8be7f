/** What is shown of rich menus. */
import { signal } from '@preact/signals'
import { store, stored } from '../kit/storage.js'
import type { PhoneMenu } from './model.js'

/** Open and closed menus, by person and menu; remembered while the page is open. */
const opened = signal<ReadonlyMap<string, boolean>>(new Map())

export const isMenuOpen = ({ key, menu }: PhoneMenu): boolean =>
  opened.value.get(key) ?? menu.selected

export function setMenuOpen({ key }: PhoneMenu, open: boolean): void {
  opened.value = new Map(opened.value).set(key, open)
}

/** Areas are outlined, with their labels and actions; on every phone. */
export const showsAreas = signal(stored('menu-areas') === 'on')

export function toggleAreas(): void {
  showsAreas.value = !showsAreas.value
  store('menu-areas', showsAreas.value ? 'on' : 'off')
}
