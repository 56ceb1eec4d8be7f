/** What the bot receives, what it calls, what LINE answers, and what goes wrong. */
import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { words } from '../i18n/language.js'
import { Activity } from './Activity.js'
import { Detail } from './Detail.js'
import { Filters, type FilterSettings, noFilters } from './Filters.js'
import { filterStory } from './filter-stories.js'
import type { InspectorModel } from './model.js'
import { troublesIn } from './problem-list.js'
import { ProblemsView } from './ProblemsView.js'
import type { Story } from './stories.js'

const tabs = ['activity', 'problems'] as const

const has = ({ webhook, rows }: Story, number: number): boolean =>
  webhook?.number === number || rows.some((row) => row.number === number)

/** Says why nothing is listed, and what to do. */
function Empty({
  total,
  filters,
  clearFilters,
}: {
  total: number
  filters: FilterSettings
  clearFilters: () => void
}) {
  const { nothingYet, nothingHere, nothingFits, showAll } = words.value
  const { kind, person, text } = filters
  if (total === 0) return <p class="quiet">{nothingYet}</p>
  const isNarrow = kind !== 'all' || person !== '' || text.trim() !== ''
  return (
    <div class="quiet">
      <p>{isNarrow ? nothingFits : nothingHere}</p>
      <button type="button" class="plain" onClick={clearFilters}>
        {showAll}
      </button>
    </div>
  )
}

export function Inspector({ inspector }: { inspector: InspectorModel }) {
  const filters = useSignal<FilterSettings>(noFilters)
  /** Number of the last record that was cleared. */
  const cleared = useSignal(0)
  const { selected, stories, records, tab, chatId, nameOf } = inspector
  const present = useComputed(() => stories.value.filter(({ number }) => number > cleared.value))
  const troubles = useComputed(() => troublesIn(present.value))
  const fitting = useComputed(() => {
    const { thisChat, ...rest } = filters.value
    const chosen = { ...rest, chatId: thisChat ? chatId.value : undefined }
    return present.value
      .map((story) => filterStory(story, chosen, nameOf.value))
      .filter((story) => story !== undefined)
  })
  // Numbers start again after a reset.
  useSignalEffect(() => {
    if (records.value.size === 0) cleared.value = 0
  })
  // A record that is opened from outside is displayed whatever the filters are.
  useSignalEffect(() => {
    if (inspector.reveals.value === 0) return
    const number = selected.peek()
    if (number === undefined) return
    tab.value = 'activity'
    if (fitting.peek().some((story) => has(story, number))) return
    filters.value = { ...noFilters, thisChat: false }
    cleared.value = Math.min(cleared.peek(), number - 1)
  })
  const record = selected.value === undefined ? undefined : records.value.get(selected.value)
  const story = record && stories.value.find((one) => has(one, record.number))
  const count = { activity: fitting.value.length, problems: troubles.value.length }
  const clear = () => {
    cleared.value = Math.max(0, ...records.value.keys())
    selected.value = undefined
  }
  return (
    <>
      <header class="part-head">
        <h2 class="hidden">{words.value.inspector}</h2>
        <div class="tabs" role="group" aria-label={words.value.inspector}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              class={name === 'problems' && count.problems > 0 ? 'tab alarming' : 'tab'}
              aria-pressed={tab.value === name}
              onClick={() => {
                tab.value = name
              }}
            >
              {words.value[name]} <span class="count">{count[name]}</span>
            </button>
          ))}
        </div>
        <button type="button" class="plain" onClick={clear}>
          {words.value.clear}
        </button>
      </header>
      {tab.value === 'problems' ? (
        <ProblemsView troubles={troubles.value} inspector={inspector} />
      ) : (
        <>
          <Filters filters={filters} inspector={inspector} />
          {fitting.value.length === 0 && (
            <Empty
              total={present.value.length}
              filters={filters.value}
              clearFilters={() => {
                filters.value = { ...noFilters, thisChat: false }
              }}
            />
          )}
          <Activity
            stories={fitting.value}
            inspector={inspector}
            isWhole={filters.value.kind === 'all'}
            filterKey={JSON.stringify([filters.value, chatId.value])}
          />
        </>
      )}
      {record && story && <Detail record={record} story={story} inspector={inspector} />}
    </>
  )
}
