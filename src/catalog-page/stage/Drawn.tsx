/** HTML of the preview. What is scrolled stays where it is when the HTML changes. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { RenderView, StoryView } from '../../catalog/preview/view.js'
import type { DeviceName } from '../../preview/index.js'
import { report } from '../../page/kit/toasts.js'
import { type ChatTheme, zoom } from '../state/look.js'
import { sentence, text } from '../words/words.js'
import { storyHtml } from './draw.js'

interface DrawnProps {
  story: StoryView
  render: RenderView
  device: DeviceName
  theme: ChatTheme
}

/** Positions of everything that is scrolled, by its index. */
function positionsIn(element: HTMLElement): [index: number, left: number, top: number][] {
  return [...element.querySelectorAll('*')].flatMap((child, i) =>
    child.scrollLeft > 0 || child.scrollTop > 0
      ? [[i, child.scrollLeft, child.scrollTop] as [number, number, number]]
      : [],
  )
}

/** Reports the action of what was tapped. */
function tap({ target }: MouseEvent): void {
  const element = (target as Element).closest<HTMLElement>('[data-action]')
  const action = element?.dataset['action']
  if (action !== undefined) report(sentence('tapped', { action }))
}

export function Drawn({ story, render, device, theme }: DrawnProps) {
  const ref = useRef<HTMLDivElement>(null)
  const html = useMemo(
    () => storyHtml(story, render, device, theme),
    [story, render, device, theme],
  )
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || html === undefined) return
    const positions = positionsIn(element)
    // The preview escapes all texts, and the page's policy permits no script in it.
    element.innerHTML = html
    const children = element.querySelectorAll('*')
    for (const [i, left, top] of positions) children[i]?.scrollTo({ left, top })
  }, [html])
  if (html === undefined) return <p class="quiet cell-empty">{text.value.nothingDrawn}</p>
  return <div class="drawn" style={{ zoom: zoom.value }} ref={ref} onClick={tap} />
}
