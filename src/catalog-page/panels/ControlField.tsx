/** One field: text, number, switch, date, list, or JSON. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Control, ValueChange } from '../../catalog/preview/view.js'
import { Icon, IconButton } from '../../page/kit/Icon.js'
import { sentence, text } from '../words/words.js'

/** Changes a value; without one, the sample is used again. */
export type SetValue = (path: readonly string[], change: { value: unknown } | undefined) => void

type Leaf = Exclude<Control, { kind: 'group' }>

interface FieldProps {
  control: Leaf
  path: readonly string[]
  change: ValueChange | undefined
  set: SetValue
}

/** Texts with more characters, or with several lines, have a larger field. */
const LONG = 60

interface EditorProps<T> {
  id: string
  value: T
  put: (value: unknown) => void
}

function TextEditor({
  id,
  value,
  put,
  suggestions,
}: EditorProps<string> & { suggestions: readonly string[] | undefined }) {
  if (value.length > LONG || value.includes('\n'))
    return (
      <textarea
        id={id}
        rows={Math.min(8, value.split('\n').length + Math.ceil(value.length / 50))}
        value={value}
        onInput={({ currentTarget }) => put(currentTarget.value)}
      />
    )
  return (
    <>
      <input
        id={id}
        type="text"
        autocomplete="off"
        list={suggestions && `${id}-list`}
        value={value}
        onInput={({ currentTarget }) => put(currentTarget.value)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  )
}

function NumberEditor({ id, value, put }: EditorProps<number>) {
  return (
    <input
      id={id}
      type="number"
      step="any"
      value={value}
      onInput={({ currentTarget: { valueAsNumber } }) => {
        // While it is empty or ends with a dot, the number before is used.
        if (Number.isFinite(valueAsNumber)) put(valueAsNumber)
      }}
    />
  )
}

function SwitchEditor({ id, value, put }: EditorProps<boolean>) {
  return (
    <button
      id={id}
      type="button"
      role="switch"
      class="switch"
      aria-checked={value}
      onClick={() => put(!value)}
    >
      <span class="switch-knob" aria-hidden="true" />
      {value ? text.value.on : text.value.off}
    </button>
  )
}

/** A date as local time, as the field of the browser writes it. */
function localTime(iso: string): string {
  const date = new Date(iso)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}

function DateEditor({ id, value, put }: EditorProps<string>) {
  return (
    <input
      id={id}
      type="datetime-local"
      step="1"
      value={localTime(value)}
      onInput={({ currentTarget }) => {
        const date = new Date(currentTarget.value)
        if (!Number.isNaN(date.getTime())) put(date.toISOString())
      }}
    />
  )
}

function ListEditor({
  value,
  put,
  label,
}: Omit<EditorProps<readonly (string | number)[]>, 'id'> & { label: string }) {
  const words = text.value
  const isNumber = typeof value[0] === 'number'
  const with_ = (i: number, item: string | number) => put(value.with(i, item))
  return (
    <ul class="control-list">
      {value.map((item, i) => (
        <li key={i}>
          <input
            {...(isNumber ? { type: 'number', step: 'any' } : { type: 'text' })}
            aria-label={`${label} ${i + 1}`}
            value={item}
            onInput={({ currentTarget }) => {
              if (!isNumber) with_(i, currentTarget.value)
              else if (Number.isFinite(currentTarget.valueAsNumber))
                with_(i, currentTarget.valueAsNumber)
            }}
          />
          <IconButton
            icon="close"
            label={sentence('removeItem', { number: i + 1 })}
            onClick={() => put(value.filter((_, at) => at !== i))}
          />
        </li>
      ))}
      <li>
        <button
          type="button"
          class="plain"
          onClick={() => put([...value, isNumber ? 0 : (value.at(-1) ?? '')])}
        >
          <Icon name="plus" />
          {words.addItem}
        </button>
      </li>
    </ul>
  )
}

function JsonEditor({ id, value, put }: EditorProps<unknown>) {
  const whole = JSON.stringify(value, null, 2)
  const [written, setWritten] = useState(whole)
  const [error, setError] = useState<string>()
  const own = useRef(whole)
  // The sample has changed, or is used again.
  useEffect(() => {
    if (own.current === whole) return
    own.current = whole
    setWritten(whole)
    setError(undefined)
  }, [whole])
  return (
    <>
      <textarea
        id={id}
        class="code"
        spellcheck={false}
        rows={Math.min(12, written.split('\n').length + 1)}
        value={written}
        aria-invalid={error !== undefined}
        onInput={({ currentTarget }) => {
          setWritten(currentTarget.value)
          try {
            const next: unknown = JSON.parse(currentTarget.value)
            own.current = JSON.stringify(next, null, 2)
            setError(undefined)
            put(next)
          } catch (why) {
            setError((why as Error).message)
          }
        }}
      />
      {error !== undefined && (
        <p class="node-problem" role="status">
          {sentence('invalidJson', { why: error })}
        </p>
      )}
    </>
  )
}

function Editor({
  control,
  value,
  id,
  put,
}: {
  control: Leaf
  value: unknown
  id: string
  put: (value: unknown) => void
}) {
  switch (control.kind) {
    case 'text':
      return (
        <TextEditor id={id} value={String(value)} put={put} suggestions={control.suggestions} />
      )
    case 'number':
      return <NumberEditor id={id} value={Number(value)} put={put} />
    case 'switch':
      return <SwitchEditor id={id} value={value === true} put={put} />
    case 'date':
      return <DateEditor id={id} value={String(value)} put={put} />
    case 'list':
      return <ListEditor value={value as (string | number)[]} put={put} label={control.name} />
    case 'json':
      return <JsonEditor id={id} value={value} put={put} />
    case 'fixed':
      return (
        <output id={id} class="fixed" title={text.value.fixedValue}>
          {control.value}
        </output>
      )
  }
}

export function ControlField({ control, path, change, set }: FieldProps) {
  const id = useId()
  return (
    <div class={change ? 'control changed' : 'control'}>
      <label for={control.kind === 'list' ? undefined : id}>{control.name}</label>
      <div class="control-value">
        <Editor
          control={control}
          value={change ? change.value : control.value}
          id={id}
          put={(value) => set(path, { value })}
        />
      </div>
      {change && (
        <IconButton
          icon="again"
          label={`${text.value.reset}: ${control.name}`}
          onClick={() => set(path, undefined)}
        />
      )}
    </div>
  )
}
