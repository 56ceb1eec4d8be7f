/** The phone whose look chats have. */
import { computed, signal } from '@preact/signals'
import type { DeviceName } from '../../preview/index.js'
import { store, stored } from './storage.js'

/** Phones by their names. */
export const phones = { iphone: 'iPhone', android: 'Android' } as const satisfies Partial<
  Record<DeviceName, string>
>

export type Phone = keyof typeof phones

export const device = signal<Phone>(stored('device') === 'android' ? 'android' : 'iphone')

/** Classes of elements that hold HTML of the preview. */
export const drawnClass = computed(() => `fk-root fk-${device.value}`)

export function chooseDevice(name: Phone): void {
  device.value = name
  store('device', name)
}
