/** Short messages at the bottom. */
import { signal } from '@preact/signals'

interface Toast {
  number: number
  text: string
}

const news = signal<readonly Toast[]>([])
const alarms = signal<readonly Toast[]>([])

/** Longest text of a message, in characters. */
const LONGEST = 300

let count = 0

function show(where: typeof news, text: string, ms: number): void {
  const toast = {
    number: ++count,
    text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text,
  }
  where.value = [...where.value, toast]
  setTimeout(() => {
    where.value = where.value.filter((one) => one !== toast)
  }, ms)
}

/** Reports something that was done. */
export const report = (text: string): void => show(news, text, 3_500)

/** Reports an error of a promise. */
export function attempt(work: Promise<unknown>): void {
  work.catch((error: unknown) =>
    show(alarms, error instanceof Error ? error.message : String(error), 7_000),
  )
}

const List = ({ toasts }: { toasts: readonly Toast[] }) => (
  <>
    {toasts.map(({ number, text }) => (
      <p class="toast" key={number}>
        {text}
      </p>
    ))}
  </>
)

export const Toasts = () => (
  <div class="toast-area">
    <div class="toasts" role="status" aria-live="polite">
      <List toasts={news.value} />
    </div>
    <div class="toasts alarms" role="alert">
      <List toasts={alarms.value} />
    </div>
  </div>
)
