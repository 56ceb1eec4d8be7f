/** The bar above the input field: the message that is replied to or edited. */
import { say, words } from '../i18n/language.js'
import { IconButton } from '../kit/Icon.js'
import { inShort, speakerOf } from './entry-text.js'
import type { PhoneModel } from './model.js'

export function DraftStrip({ phone, id }: { phone: PhoneModel; id: string }) {
  const draft = phone.draft.value
  if (!draft) return null
  const scene = phone.scene.value
  const { kind, entry } = draft
  return (
    <div class="draft">
      <div class="draft-words" id={id}>
        <strong>
          {kind === 'edit'
            ? words.value.editing
            : say('replyingTo', { who: speakerOf(entry, scene) })}
        </strong>
        <span class="draft-text">{inShort(entry, scene)}</span>
      </div>
      <IconButton
        icon="close"
        label={words.value.cancel}
        onClick={() => {
          phone.draft.value = undefined
        }}
      />
    </div>
  )
}
