/** The entries of the open chat, the newest at the end, and what went wrong between them. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { EntryView } from '../../emulator/ui/view.js'
import { words } from '../i18n/language.js'
import { keepOneStop, moveIn } from '../kit/roving.js'
import { useEnd } from '../kit/use-end.js'
import { usePortion } from '../kit/use-portion.js'
import { FailureCard } from '../problems/FailureCard.js'
import { type DrawnEntry, lookKey, quotedBy, readBy } from './draw-entry.js'
import { Line, TAPPABLE } from './Line.js'
import { type LineList, onLineMenus } from './line-menu.js'
import { mergeByTime } from './merge-by-time.js'
import type { PhoneModel } from './model.js'
import { stopIfGone } from './playing.js'
import { TypingDots } from './TypingDots.js'

/** Pixels above a failure. */
const TOP_MARGIN = 6

/** Milliseconds for which an entry is highlighted. */
const MARKED = 1_600

export function Lines({ phone }: { phone: PhoneModel }) {
  const entries = phone.entries.value
  const failures = phone.failures.value
  const chat = phone.chat.value
  const scene = phone.scene.value
  const me = phone.me.value
  const chatId = chat?.id
  const look = lookKey(phone)
  const portion = usePortion(entries.length, chatId)
  const { from } = portion
  const [marked, setMarked] = useState<string>()
  const list = useRef<HTMLOListElement>(null)
  const drawnTop = useRef<{ height: number; from: number } | undefined>(undefined)
  const end = useEnd(() => {
    if (from === 0) return
    drawnTop.current = { height: end.scroller.current!.scrollHeight, from }
    portion.grow()
  })

  const rows = mergeByTime(entries.slice(from), failures, from > 0)

  // A chat begins at its end, and scrolls to a person's own message.
  const seen = useRef<Seen>({}).current
  useLayoutEffect(() => {
    const newest = entries.at(-1)
    if (seen.chatId !== chatId || (newest?.id !== seen.last && newest?.from === me)) {
      end.state.atEnd = true
      end.toEnd()
    }
    Object.assign(seen, { chatId, last: newest?.id })
    const failure = failures.at(-1)?.number
    if (seen.failure !== failure && end.state.atEnd) showTop(end.scroller.current!, end.state)
    seen.failure = failure
    // What was read stays where it was when more is drawn above it.
    const top = drawnTop.current
    if (top && top.from !== from) {
      const { current } = end.scroller
      current!.scrollTop += current!.scrollHeight - top.height
      drawnTop.current = undefined
    }
    stopIfGone(phone)
    if (list.current!.contains(document.activeElement)) return
    const last = [...list.current!.querySelectorAll('.line-more')].at(-1) ?? null
    keepOneStop(list.current!, '.line-more', last)
    keepNewestStop(list.current!)
  })

  // The handlers always see the newest entries.
  const current = useRef({ entries, portion })
  current.current = { entries, portion }
  const lines = useMemo((): LineList => {
    const entryAt = (id: string | undefined): EntryView | undefined =>
      current.current.entries.find((entry) => entry.id === id)
    return {
      entryAt,
      goTo: (id) => {
        const at = current.current.entries.findIndex((entry) => entry.id === id)
        if (at === -1) return
        end.state.atEnd = false
        current.current.portion.grow(at - 20)
        setMarked(id)
        setTimeout(() => setMarked(undefined), MARKED)
      },
    }
  }, [])
  useLayoutEffect(() => {
    if (marked === undefined) return
    const element = list.current!.querySelector(`[data-id="${CSS.escape(marked)}"]`)
    element?.scrollIntoView({ block: 'center' })
    element?.querySelector<HTMLElement>('.line-more')?.focus({ preventScroll: true })
  }, [marked])
  useLayoutEffect(() => onLineMenus(end.content.current!, lines, phone), [phone])

  return (
    <div
      class="scroller"
      ref={end.scroller}
      tabIndex={entries.length > 0 ? -1 : 0}
      onScroll={end.onScroll}
      onKeyDown={(event) => {
        const line = (event.target as Element).closest<HTMLElement>('.lines > li')
        if (line) moveIn(line, TAPPABLE, event, { across: true })
      }}
    >
      {entries.length === 0 && failures.length === 0 && chat && (
        <p class="quiet">{words.value.quiet}</p>
      )}
      {/* The role `log` is on a parent, because the list would lose its own role. */}
      <div role="log" aria-live="polite" ref={end.content}>
        <ol class="lines" ref={list}>
          {rows.map((row) => {
            if (row.type === 'failure')
              return (
                <li key={`failure ${row.failure.number}`} class="failure-line">
                  <FailureCard
                    failure={row.failure}
                    inChat
                    openPlace={phone.actions.openPlace}
                    inspect={() => phone.actions.inspect(row.failure.number)}
                  />
                </li>
              )
            const { entry, index } = row
            const drawn: DrawnEntry = {
              entry,
              before: entries[from + index - 1],
              read: readBy(entry, chat, scene),
              quoted: quotedBy(entry, entries),
            }
            return (
              <Line
                key={entry.id}
                {...drawn}
                phone={phone}
                look={look}
                isMarked={marked === entry.id}
              />
            )
          })}
        </ol>
      </div>
      <TypingDots phone={phone} toEnd={() => end.state.atEnd && end.toEnd()} />
    </div>
  )
}

/** What was drawn before. */
interface Seen {
  chatId?: string | undefined
  /** Id of the newest entry. */
  last?: string | undefined
  /** Number of the newest failure. */
  failure?: number | undefined
}

/** Shows the beginning of a failure that is higher than the screen of the phone. */
function showTop(scroller: HTMLElement, state: { atEnd: boolean; lastTop: number }): void {
  const card = scroller.querySelector<HTMLElement>('.lines > li:last-child > .failure')
  if (!card || card.offsetHeight <= scroller.clientHeight) return
  state.atEnd = false
  scroller.scrollTop +=
    card.getBoundingClientRect().top - scroller.getBoundingClientRect().top - TOP_MARGIN
  state.lastTop = scroller.scrollTop
}

/** Of all messages, only the newest with buttons is a stop of the Tab key; the arrow keys lead to the others. */
function keepNewestStop(list: HTMLElement): void {
  const lines = [...list.children].filter((line) => line.querySelector(TAPPABLE))
  for (const [i, line] of lines.entries())
    if (i < lines.length - 1)
      for (const button of line.querySelectorAll<HTMLElement>(`${TAPPABLE}[tabindex="0"]`))
        button.tabIndex = -1
}
