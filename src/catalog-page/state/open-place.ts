/** Opens places of the source in the editor. */
import { words } from '../../page/i18n/language.js'
import { attempt, report } from '../../page/kit/toasts.js'
import { type Place, placeText } from '../../page/problems/failure-text.js'
import { openFile } from './api.js'

export const openPlace = (place: Place): void =>
  attempt(openFile(place).then(() => report(`${words.value.openEditor}: ${placeText(place)}`)))
