/** Keeps a list scrolled to its end, unless the user reads further up. */
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Pixels from the end that still count as the end. */
const NEAR = 60

export function useEnd(onTop: () => void) {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const state = useRef({ atEnd: true, lastTop: 0 }).current
  const toEnd = () => {
    const element = scroller.current
    if (element) element.scrollTo({ top: element.scrollHeight })
  }
  useLayoutEffect(() => {
    // Pictures load later, and entries have their real height only when they are visible.
    const sizes = new ResizeObserver(() => {
      if (state.atEnd) toEnd()
    })
    sizes.observe(scroller.current!)
    sizes.observe(content.current!)
    return () => sizes.disconnect()
  }, [])
  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller.current!
    // Entries that grow while they become visible move the end; only the user scrolls up.
    if (scrollHeight - scrollTop - clientHeight < NEAR) state.atEnd = true
    else if (scrollTop < state.lastTop) state.atEnd = false
    state.lastTop = scrollTop
    if (scrollTop <= 200) onTop()
  }
  return { scroller, content, state, toEnd, onScroll }
}
