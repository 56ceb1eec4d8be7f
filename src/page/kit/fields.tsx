/** Fields of forms, with their labels. */

interface InputProps {
  label: string
  name: string
  type?: string
  required?: boolean
  defaultValue?: string
  placeholder?: string
  maxLength?: number
  min?: number | string | undefined
  max?: number | string | undefined
  step?: string
  /** Of a file: permitted media types. */
  accept?: string | undefined
}

/** A field for text, a number, a date or a file. */
export const Field = ({ label, type = 'text', ...props }: InputProps) => {
  // Preact's types have one shape for each type of input.
  const input = { type, autocomplete: 'off', ...props } as { type: 'text' }
  return (
    <label class="field">
      <span>{label}</span>
      <input {...input} />
    </label>
  )
}

export const Check = ({
  label,
  name,
  value = 'on',
  isChecked,
}: {
  label: string
  name: string
  value?: string
  isChecked: boolean
}) => (
  <label class="check">
    <input type="checkbox" name={name} value={value} defaultChecked={isChecked} />
    {label}
  </label>
)

/** One of several values. */
export const Select = ({
  label,
  name,
  options,
  value,
}: {
  label: string
  name: string
  options: readonly (readonly [value: string, label: string])[]
  value: string
}) => (
  <label class="field">
    <span>{label}</span>
    <select name={name}>
      {options.map(([id, text]) => (
        <option key={id} value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
