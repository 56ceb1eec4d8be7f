/** A place in the source, which opens in the editor. */
import { words } from '../i18n/language.js'
import { type Place, placeText } from './failure-text.js'

export function PlaceButton({
  place,
  openPlace,
}: {
  place: Place | undefined
  openPlace: ((place: Place) => void) | undefined
}) {
  if (!place) return null
  const text = placeText(place)
  if (!openPlace) return <code class="place">{text}</code>
  return (
    <button
      type="button"
      class="place"
      title={words.value.openEditor}
      aria-label={`${words.value.openEditor}: ${text}`}
      onClick={() => openPlace(place)}
    >
      {text}
    </button>
  )
}
