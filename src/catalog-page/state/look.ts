/** How stories are looked at: locale, phones, themes, size, and which parts of the page are visible. Kept by the browser. */
import { effect, type Signal, signal } from '@preact/signals'
import type { DeviceName } from '../../preview/index.js'
import { store, stored } from '../../page/kit/storage.js'

/** Phones by their names. */
export const deviceTitles = {
  iphone: 'iPhone',
  android: 'Android',
  simulator: 'Simulator',
} as const satisfies Record<DeviceName, string>

export type ChatTheme = 'light' | 'dark'
export type Tab = 'controls' | 'json' | 'tsx' | 'builders' | 'problems' | 'calls'
/** On narrow screens one part is visible at a time. */
export type Part = 'stories' | 'phone' | 'panel'

export const zooms = [0.5, 0.67, 0.8, 1, 1.25] as const

/** A value that the browser keeps. Values of other versions of the page are not used. */
function kept<T>(name: string, first: T, isRight: (value: unknown) => boolean): Signal<T> {
  let value = first
  try {
    const saved: unknown = JSON.parse(stored(`catalog-${name}`) ?? 'null')
    if (isRight(saved)) value = saved as T
  } catch {
    // The first value stays.
  }
  const kept = signal(value)
  effect(() => store(`catalog-${name}`, JSON.stringify(kept.value)))
  return kept
}

const someOf =
  (names: readonly string[]) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((one) => names.includes(one as string))

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

export const devices = kept<DeviceName[]>('devices', ['iphone'], someOf(Object.keys(deviceTitles)))
export const themes = kept<ChatTheme[]>('themes', ['light'], someOf(['light', 'dark']))
export const zoom = kept<number>('zoom', 1, (value) => zooms.includes(value as 1))
/** The locale that is looked at, in all stories that have it. */
export const locale = kept<string | undefined>(
  'locale',
  undefined,
  (value) => typeof value === 'string',
)
export const allLocales = kept('all-locales', false, isBoolean)
export const tab = kept<Tab>('tab', 'controls', (value) =>
  ['controls', 'json', 'tsx', 'builders', 'problems', 'calls'].includes(value as string),
)
export const hasSidebar = kept('sidebar', true, isBoolean)
export const hasPanel = kept('panel', true, isBoolean)
export const isPanelBelow = kept('panel-below', false, isBoolean)
export const isFull = signal(false)
export const part = signal<Part>('phone')

/** Adds a value to a list, or removes it; the last one stays. The order is that of all values. */
export function toggle<T extends string>(list: Signal<T[]>, value: T, all: readonly T[]): void {
  const { value: before } = list
  const next = before.includes(value)
    ? before.filter((one) => one !== value)
    : all.filter((one) => one === value || before.includes(one))
  if (next.length > 0) list.value = next
}
