/** The list of webhooks with what they caused, the newest at the end. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { language, words } from '../i18n/language.js'
import { keepOneStop, moveIn } from '../kit/roving.js'
import { useEnd } from '../kit/use-end.js'
import { usePortion } from '../kit/use-portion.js'
import type { InspectorModel } from './model.js'
import { StoryItem } from './StoryItem.js'
import { statusOf } from './records.js'
import type { Story } from './stories.js'

const RECORD = '.record'

const lastRecord = (list: HTMLElement): Element | undefined =>
  [...list.querySelectorAll(RECORD)].at(-1)

/** Changes when one of the records changes. */
const versionOf = ({ webhook, rows }: Story): string =>
  [
    language.value,
    ...[webhook, ...rows].map((row) => row && `${row.number}${statusOf(row)}`),
  ].join()

export function Activity({
  stories,
  inspector,
  isWhole,
  filterKey,
}: {
  stories: readonly Story[]
  inspector: InspectorModel
  isWhole: boolean
  /** Changes with the filters. */
  filterKey: string
}) {
  const list = useRef<HTMLOListElement>(null)
  const selected = inspector.selected.value
  const nameOf = inspector.nameOf.value
  const portion = usePortion(stories.length, filterKey)
  const { from } = portion
  const top = useRef<{ height: number; from: number } | undefined>(undefined)
  const end = useEnd(() => {
    if (from === 0) return
    top.current = { height: end.scroller.current!.scrollHeight, from }
    portion.grow()
  })
  const at = selected === undefined ? -1 : stories.findIndex((story) => isIn(story, selected))
  const isAbove = at !== -1 && at < from
  useLayoutEffect(() => {
    if (isAbove) portion.grow(at - 20)
  }, [isAbove])
  useLayoutEffect(() => {
    const { current } = end.scroller
    if (top.current && top.current.from !== from) {
      current!.scrollTop += current!.scrollHeight - top.current.height
      top.current = undefined
    }
    if (!list.current!.contains(document.activeElement))
      keepOneStop(list.current!, RECORD, lastRecord(list.current!))
  })
  // The details make the list smaller: the selected row stays visible.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [selected, from])
  const select = (number: number) => {
    const { selected: open } = inspector
    open.value = open.value === number ? undefined : number
  }
  return (
    <div class="records" ref={end.scroller} onScroll={end.onScroll}>
      <div ref={end.content}>
        <ol
          ref={list}
          aria-label={words.value.activity}
          onKeyDown={(event) => moveIn(list.current!, RECORD, event)}
        >
          {stories.slice(from).map((story) => (
            <StoryItem
              key={story.number}
              story={story}
              version={versionOf(story)}
              nameOf={nameOf}
              selected={selected !== undefined && isIn(story, selected) ? selected : undefined}
              select={select}
              isWhole={isWhole}
            />
          ))}
        </ol>
      </div>
    </div>
  )
}

const isIn = ({ webhook, rows }: Story, number: number): boolean =>
  webhook?.number === number || rows.some((row) => row.number === number)
