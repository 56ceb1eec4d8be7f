import { pickerLimits, pickerStart } from '../../common/picker.js'
import type { DatetimePickerAction } from '../../spec/action.js'
import { words } from '../i18n/language.js'
import { ask, textIn } from '../kit/Dialog.js'
import { Field } from '../kit/fields.js'

/** A date or time picker with its limits. It starts at its initial value, else now. */
export async function askTime(
  action: DatetimePickerAction,
  now: number,
): Promise<{ pick?: string } | undefined> {
  const { mode } = action
  const { min, max } = pickerLimits(action)
  const form = await ask(
    words.value.choose,
    <Field
      label={words.value.time}
      name="pick"
      type={mode === 'datetime' ? 'datetime-local' : mode}
      required
      defaultValue={pickerStart(action, now)}
      min={min}
      max={max}
    />,
  )
  if (!form) return undefined
  return { pick: textIn(form, 'pick').slice(0, mode === 'datetime' ? 16 : 10) }
}
