/** The filters of the inspector. */
import type { Signal } from '@preact/signals'
import { words } from '../i18n/language.js'
import { type Filters as FilterValues, type Kind, kinds } from './filter-stories.js'
import type { InspectorModel } from './model.js'

/** The filters as the user has set them. */
export type FilterSettings = Omit<FilterValues, 'chatId'> & { thisChat: boolean }

export const noFilters: FilterSettings = { kind: 'all', person: '', text: '', thisChat: true }

export function Filters({
  filters,
  inspector,
}: {
  filters: Signal<FilterSettings>
  inspector: InspectorModel
}) {
  const { kind, person, text, thisChat } = filters.value
  const set = (changes: Partial<FilterSettings>) => {
    filters.value = { ...filters.value, ...changes }
  }
  const { kind: kindWord, to, everybody, filter, thisChat: thisChatWord } = words.value
  return (
    <div class="filters" role="search">
      <select
        aria-label={kindWord}
        value={kind}
        onChange={({ currentTarget }) => set({ kind: currentTarget.value as Kind })}
      >
        {kinds.map((name) => (
          <option key={name} value={name}>
            {words.value[name]}
          </option>
        ))}
      </select>
      <select
        aria-label={to}
        value={person}
        onChange={({ currentTarget }) =>
          set({ person: currentTarget.value, ...(currentTarget.value && { thisChat: false }) })
        }
      >
        <option value="">{everybody}</option>
        {inspector.parties.value.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <input
        type="search"
        autocomplete="off"
        placeholder={filter}
        aria-label={filter}
        value={text}
        onInput={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={thisChat}
          onChange={({ currentTarget }) => set({ thisChat: currentTarget.checked })}
        />
        {thisChatWord}
      </label>
    </div>
  )
}
