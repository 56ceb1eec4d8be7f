/** Asks for a picture, video, recording or file; the emulator sends a sample if none is chosen. */
import { labelOf } from '../i18n/deeds.js'
import { say, words } from '../i18n/language.js'
import { ask } from '../kit/Dialog.js'
import { Field } from '../kit/fields.js'
import { type MediaKind, readMedia, type SentMedia } from './read-media.js'

/** Largest file in bytes: a command has room for it as base64. */
const MOST = 17_000_000

const titles = {
  image: 'sendsImage',
  video: 'sendsVideo',
  audio: 'sendsAudio',
  file: 'sendsFile',
} as const

export async function askMedia(kind: MediaKind): Promise<SentMedia | undefined> {
  const { chooseFile, sampleHint, send } = words.value
  const form = await ask(
    labelOf(titles[kind]),
    <>
      <Field
        label={chooseFile}
        name="file"
        type="file"
        accept={kind === 'file' ? undefined : `${kind}/*`}
      />
      <p class="field-hint">{sampleHint}</p>
    </>,
    { ok: send },
  )
  if (!form) return undefined
  const file = form.get('file')
  // A form without a chosen file has an empty one.
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return {}
  if (file.size > MOST) throw new Error(say('tooLarge', { megabytes: Math.floor(MOST / 1e6) }))
  return readMedia(file, kind)
}
