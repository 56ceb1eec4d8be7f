/** Dialogs about people and groups. */
import type { ChatView, View } from '../../emulator/ui/view.js'
import { say, words } from '../i18n/language.js'
import { ask, textIn } from '../kit/Dialog.js'
import { Check, Field } from '../kit/fields.js'

const NameField = ({ value = '', max }: { value?: string; max: number }) => (
  <Field label={words.value.name} name="name" required maxLength={max} defaultValue={value} />
)

/** Characters of the name of a person, and of a group. */
const [PERSON, GROUP] = [20, 50]

export async function askPerson(): Promise<{ name: string } | undefined> {
  const { addPerson, create } = words.value
  const form = await ask(addPerson, <NameField max={PERSON} />, { ok: create })
  const name = form ? textIn(form, 'name') : ''
  return name === '' ? undefined : { name }
}

export async function askGroup(
  people: View['people'],
): Promise<{ name: string; members: string[] } | undefined> {
  const { addGroup, members, create } = words.value
  const form = await ask(
    addGroup,
    <>
      <NameField max={GROUP} />
      <fieldset>
        <legend>{members}</legend>
        {people.map(({ userId, displayName }) => (
          <Check key={userId} label={displayName} name="member" value={userId} isChecked />
        ))}
      </fieldset>
    </>,
    { ok: create },
  )
  const name = form ? textIn(form, 'name') : ''
  if (!form || name === '') return undefined
  return { name, members: form.getAll('member').filter((id) => typeof id === 'string') }
}

export async function askName(chat: ChatView, current: string): Promise<string | undefined> {
  const { rename, save } = words.value
  const max = chat.kind === 'user' ? PERSON : GROUP
  const form = await ask(rename, <NameField max={max} value={current} />, { ok: save })
  const name = form ? textIn(form, 'name') : ''
  return name === '' ? undefined : name
}

export async function askPersonLanguage(current: string): Promise<string | undefined> {
  const { personLanguage, personLanguageHint, save } = words.value
  const form = await ask(
    personLanguage,
    <>
      <Field label={personLanguage} name="tag" defaultValue={current} maxLength={20} />
      <p class="field-hint">{personLanguageHint}</p>
    </>,
    { ok: save },
  )
  return form ? textIn(form, 'tag') : undefined
}

/** Asks whether a person or group is to be deleted. */
export async function askRemoval(name: string): Promise<boolean> {
  const { remove } = words.value
  const form = await ask(remove, <p>{say('removeHint', { who: name })}</p>, { ok: remove })
  return form !== undefined
}
