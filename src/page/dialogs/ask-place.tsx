import { usualPlace } from '../generated/deeds.js'
import { labelOf } from '../i18n/deeds.js'
import { words } from '../i18n/language.js'
import { ask, textIn } from '../kit/Dialog.js'
import { Field } from '../kit/fields.js'

const Degrees = ({
  label,
  name,
  value,
  max,
}: {
  label: string
  name: string
  value: number
  max: number
}) => (
  <Field
    label={label}
    name={name}
    type="number"
    step="any"
    defaultValue={String(value)}
    min={-max}
    max={max}
    required
  />
)

/** Asks for a location. */
export async function askPlace() {
  const { title, address, latitude, longitude, send } = words.value
  const form = await ask(
    labelOf('sendsLocation'),
    <>
      <Field label={title} name="title" defaultValue={usualPlace.title} maxLength={100} />
      <Field label={address} name="address" defaultValue={usualPlace.address} maxLength={100} />
      <div class="two">
        <Degrees label={latitude} name="latitude" value={usualPlace.latitude} max={90} />
        <Degrees label={longitude} name="longitude" value={usualPlace.longitude} max={180} />
      </div>
    </>,
    { ok: send },
  )
  if (!form) return undefined
  const [titleText, addressText] = [textIn(form, 'title'), textIn(form, 'address')]
  return {
    latitude: Number(textIn(form, 'latitude')),
    longitude: Number(textIn(form, 'longitude')),
    ...(titleText !== '' && { title: titleText }),
    ...(addressText !== '' && { address: addressText }),
  }
}
