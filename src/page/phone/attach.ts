/** What the “+” of the input field sends. */
import { askMedia } from '../dialogs/ask-media.js'
import { askPlace } from '../dialogs/ask-place.js'
import { askSticker } from '../dialogs/ask-sticker.js'
import { offers } from '../i18n/deeds.js'
import type { IconName } from '../kit/icon-paths.js'
import type { Choice } from '../kit/Menu.js'
import { attempt } from '../kit/toasts.js'
import { stickerUrl } from './draw-entry.js'
import { type PhoneModel, whereOf } from './model.js'
import { focusField } from './taps.js'

async function sendAnswer(
  phone: PhoneModel,
  type: string,
  asking: Promise<object | undefined>,
): Promise<void> {
  try {
    const answer = await asking
    const me = phone.me.value
    if (!answer || me === undefined) return
    await phone.actions.act(me, 'sends', { ...whereOf(phone), type, ...answer })
  } finally {
    focusField(phone)
  }
}

const icons: Readonly<Record<string, IconName>> = {
  image: 'picture',
  video: 'play',
  audio: 'audio',
  file: 'file',
  location: 'pin',
}

export const attachments = (phone: PhoneModel): Choice[] =>
  offers('person', 'attach').map(({ what, label }) => ({
    label,
    icon: icons[what] ?? 'file',
    run: () => {
      const asking =
        what === 'location' ? askPlace() : askMedia(what as 'image' | 'video' | 'audio' | 'file')
      attempt(sendAnswer(phone, what, asking))
    },
  }))

/** Asks for a sticker and sends it; it may be a reply. */
export function sendSticker(phone: PhoneModel): void {
  const asking = askSticker(stickerUrl).then((answer) => {
    const draft = phone.draft.value
    if (!answer || draft?.kind !== 'reply') return answer
    phone.draft.value = undefined
    return { ...answer, quotes: draft.entry.id }
  })
  attempt(sendAnswer(phone, 'sticker', asking))
}
