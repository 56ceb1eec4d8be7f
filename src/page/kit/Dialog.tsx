/** Dialogs with a form. */
import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { words } from '../i18n/language.js'

interface Question {
  /** The same question may be count again before the browser reports that its dialog was closed. */
  number: number
  title: string
  body: ComponentChildren
  /** Label of the button that answers. */
  ok: string
  /** Nothing is count: there is only a button to close it. */
  isNote: boolean
  wide: boolean
  done: (form: FormData | undefined) => void
}

let count = 0
const questions = signal<readonly Question[]>([])

/** Opens a form in a dialog. Escape and Cancel return `undefined`. */
export const ask = (
  title: string,
  body: ComponentChildren,
  { ok = words.value.ok, isNote = false, wide = false } = {},
): Promise<FormData | undefined> =>
  new Promise((resolve) => {
    const question: Question = {
      number: count++,
      title,
      body,
      ok,
      isNote,
      wide,
      done: (form) => {
        questions.value = questions.value.filter((one) => one !== question)
        resolve(form)
      },
    }
    questions.value = [...questions.value, question]
  })

/** A value of a form, if it is text. */
export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

function Dialog({ question }: { question: Question }) {
  const ref = useRef<HTMLDialogElement>(null)
  const { title, body, ok, isNote, wide, done } = question
  useLayoutEffect(() => {
    const back = document.activeElement
    ref.current!.showModal()
    return () => {
      if (back instanceof HTMLElement) back.focus()
    }
  }, [])
  const id = useId()
  return (
    <dialog
      ref={ref}
      class={wide ? 'wide' : undefined}
      aria-labelledby={id}
      onClick={(event) => {
        if (event.target === ref.current) ref.current?.close()
      }}
      onClose={() => {
        const { returnValue } = ref.current!
        done(returnValue === 'ok' ? new FormData(ref.current!.querySelector('form')!) : undefined)
      }}
    >
      <form method="dialog">
        <h2 id={id}>{title}</h2>
        {body}
        <div class="dialog-buttons">
          {!isNote && (
            <button type="button" class="plain" onClick={() => ref.current!.close()}>
              {words.value.cancel}
            </button>
          )}
          <button type="submit" class="primary" value="ok">
            {ok}
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** The open dialogs. */
export const DialogHost = () => (
  <>
    {questions.value.map((question) => (
      <Dialog key={question.number} question={question} />
    ))}
  </>
)
