/** Short messages at the bottom. */
import { h } from './dom.js'

const area = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' })
const alarms = h('div', { class: 'toasts alarms', role: 'alert' })

export const toasts = h('div', { class: 'toast-area' }, area, alarms)

function show(where: HTMLElement, text: string, ms: number): void {
  const toast = h('p', { class: 'toast' }, text.length > 300 ? `${text.slice(0, 299)}…` : text)
  where.append(toast)
  setTimeout(() => toast.remove(), ms)
}

export const say = (text: string): void => show(area, text, 3_500)

/** Reports an error of a promise. */
export function attempt(work: Promise<unknown>): void {
  work.catch((error: unknown) =>
    show(alarms, error instanceof Error ? error.message : String(error), 7_000),
  )
}
