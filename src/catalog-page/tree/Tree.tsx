/** The tree of stories, and its search. */
import { computed, signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../../page/kit/Icon.js'
import { isSelected, project, select, selected } from '../state/catalog.js'
import { part } from '../state/look.js'
import { text } from '../words/words.js'
import { foldersOf, isSmall, type Row, rowsOf, stepFrom, storiesOf, treeOf } from './rows.js'

const search = signal('')
const toggled = signal<ReadonlyMap<string, boolean>>(new Map())
/** The row that Tab goes to. */
const current = signal<string | undefined>(undefined)

const files = computed(() => project.value?.files ?? [])
const tree = computed(() => treeOf(files.value))
const open = computed(() => ({ toggled: toggled.value, isSmall: isSmall(files.value) }))
const rows = computed(() => rowsOf(tree.value, open.value, search.value))
const order = computed(() => storiesOf(tree.value))

const setOpen = (id: string, isOpen: boolean): void => {
  toggled.value = new Map(toggled.value).set(id, isOpen)
}

/** Opens the folders around the story that is looked at. */
function reveal(): void {
  if (!selected.value) return
  const closed = foldersOf(files.value, selected.value).filter(
    (id) => !(toggled.value.get(id) ?? open.value.isSmall),
  )
  if (closed.length > 0)
    toggled.value = new Map([...toggled.value, ...closed.map((id) => [id, true] as const)])
}

/** Looks at the next story or the one before. */
export function step(by: 1 | -1, component: boolean): void {
  const key = stepFrom(order.value, selected.value, by, component)
  if (key) select(key)
}

export const searchField = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>('.tree-search input')

function choose(row: Row): void {
  current.value = row.id
  if (row.story) {
    select(row.story)
    part.value = 'phone'
  } else setOpen(row.id, !row.isOpen)
}

function onKey(event: KeyboardEvent): void {
  const list = rows.value
  const id = (event.target as HTMLElement).dataset['id']
  const at = list.findIndex((row) => row.id === id)
  const row = list[at]
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return
  const goTo = (index: number) => {
    const next = list[Math.max(0, Math.min(index, list.length - 1))]
    if (!next) return
    current.value = next.id
    document.querySelector<HTMLElement>(`.tree [data-id="${CSS.escape(next.id)}"]`)?.focus()
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => goTo(at + 1),
    ArrowUp: () => goTo(at - 1),
    Home: () => goTo(0),
    End: () => goTo(list.length - 1),
    ArrowRight: () => {
      if (!row.story && !row.isOpen) setOpen(row.id, true)
      else if (!row.story) goTo(at + 1)
    },
    ArrowLeft: () => {
      if (!row.story && row.isOpen) setOpen(row.id, false)
      else goTo(list.findLastIndex((one, i) => i < at && one.level < row.level))
    },
  }
  const act = keys[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

function TreeRow({ row, isStop }: { row: Row; isStop: boolean }) {
  const isCurrent = row.story !== undefined && isSelected(row.story)
  return (
    <button
      type="button"
      role="treeitem"
      class={row.story ? 'tree-row tree-story' : 'tree-row'}
      style={{ '--level': row.level }}
      data-id={row.id}
      aria-level={row.level}
      aria-expanded={row.story ? undefined : row.isOpen}
      aria-selected={isCurrent}
      tabIndex={isStop ? 0 : -1}
      title={row.label}
      onClick={() => choose(row)}
    >
      <span class="tree-label">{row.label}</span>
      {row.isBroken && (
        <span class="tree-broken" title={text.value.brokenFile}>
          <Icon name="alert" />
          <span class="hidden">{text.value.brokenFile}</span>
        </span>
      )}
    </button>
  )
}

export function Tree() {
  const words = text.value
  const list = rows.value
  const at = selected.value && `${selected.value.file}#${selected.value.name}`
  const ids = new Set(list.map(({ id }) => id))
  const stop = [current.value, at, list[0]?.id].find((id) => id !== undefined && ids.has(id))
  const scroller = useRef<HTMLDivElement>(null)
  const fileCount = files.value.length
  useLayoutEffect(() => {
    reveal()
    current.value = undefined
  }, [at, fileCount])
  useLayoutEffect(() => {
    scroller.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, list.length])
  return (
    <>
      <div class="part-head">
        <h2>{words.stories}</h2>
        <span class="count">{order.value.length}</span>
      </div>
      <div class="tree-search">
        <input
          type="search"
          aria-label={words.searchStories}
          placeholder={words.searchStories}
          aria-keyshortcuts="/ Control+K"
          autocomplete="off"
          spellcheck={false}
          value={search.value}
          onInput={({ currentTarget }) => {
            search.value = currentTarget.value
          }}
          onKeyDown={(event) => {
            const first = rows.value.find(({ story }) => story)
            if (event.key === 'Enter' && first) choose(first)
            else if (event.key === 'ArrowDown')
              scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
            else if (event.key === 'Escape' && search.value !== '') search.value = ''
            else return
            event.preventDefault()
          }}
        />
      </div>
      <div
        class="tree"
        role={list.length > 0 ? 'tree' : undefined}
        aria-label={list.length > 0 ? words.stories : undefined}
        ref={scroller}
        onKeyDown={onKey}
      >
        {list.map((row) => (
          <TreeRow key={row.id} row={row} isStop={row.id === stop} />
        ))}
        {project.value && list.length === 0 && (
          <p class="quiet">{search.value === '' ? words.noStories : words.noMatch}</p>
        )}
      </div>
    </>
  )
}
