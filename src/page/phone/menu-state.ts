/** Whether rich menus are open, by person and menu; remembered while the page is open. */
import { signal } from '@preact/signals'
import type { PhoneMenu } from './model.js'

const opened = signal<ReadonlyMap<string, boolean>>(new Map())

export const isMenuOpen = ({ key, menu }: PhoneMenu): boolean =>
  opened.value.get(key) ?? menu.selected

export function setMenuOpen({ key }: PhoneMenu, open: boolean): void {
  opened.value = new Map(opened.value).set(key, open)
}
