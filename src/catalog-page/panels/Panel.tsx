/** The panel beside the story: controls, JSON, source, problems, calls. */
import type { RenderView, StoryView } from '../../catalog/preview/view.js'
import { IconButton } from '../../page/kit/Icon.js'
import { keepOneStop, moveIn } from '../../page/kit/roving.js'
import { ProblemItems } from '../../page/problems/ProblemItems.js'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { entries, isSelected, story } from '../state/catalog.js'
import { type Tab, tab } from '../state/look.js'
import { openPlace } from '../state/open-place.js'
import { text } from '../words/words.js'
import { callsOf } from './calls.js'
import { Code } from './Code.js'
import { Controls } from './Controls.js'
import { Json } from './Json.js'
import { StorySource } from './Source.js'

const tabs: readonly Tab[] = ['controls', 'json', 'tsx', 'builders', 'problems', 'calls']

function Problems({ renders }: { renders: readonly RenderView[] }) {
  const withProblems = renders.filter(({ problems }) => problems.length > 0)
  if (withProblems.length === 0) return <p class="quiet">{text.value.noProblems}</p>
  return (
    <>
      {withProblems.map(({ locale, problems }) => (
        <section key={locale} class="problems" aria-label={locale}>
          <h3>{locale}</h3>
          <ProblemItems problems={problems} openPlace={openPlace} />
        </section>
      ))}
    </>
  )
}

function Calls({ story, render }: { story: StoryView; render: RenderView }) {
  const { output } = render
  if (typeof output !== 'object') return <p class="quiet">{text.value.noCall}</p>
  const { curl, client } = callsOf(story, output)
  return (
    <>
      <Code title={text.value.curl} code={curl} />
      <Code title={text.value.client} code={client} />
    </>
  )
}

/** The part of the panel that is about each locale. */
function PerLocale({ story, name }: { story: StoryView; name: Tab }) {
  return (
    <>
      {story.renders.map((render) => (
        <section key={render.locale} class="per-locale" aria-label={render.locale}>
          {story.renders.length > 1 && <h3>{render.locale}</h3>}
          {name === 'json' ? (
            <Json render={render} />
          ) : name === 'calls' ? (
            <Calls story={story} render={render} />
          ) : (
            <StorySource render={render} target={name === 'tsx' ? 'tsx' : 'builders'} />
          )}
        </section>
      ))}
    </>
  )
}

function Content({ story, name }: { story: StoryView; name: Tab }) {
  if (name === 'controls') return <Controls />
  if (name === 'problems') return <Problems renders={story.renders} />
  return <PerLocale story={story} name={name} />
}

export function Panel() {
  const words = text.value
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => keepOneStop(ref.current!, 'button'))
  const count = story.value?.renders.reduce((sum, { problems }) => sum + problems.length, 0) ?? 0
  const place = entries.value.find(isSelected)
  return (
    <>
      <div class="panel-head">
        <div
          class="tabs"
          role="toolbar"
          aria-label={words.panel}
          ref={ref}
          onKeyDown={(event) => moveIn(ref.current!, 'button', event, { across: true })}
        >
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              class={name === 'problems' && count > 0 ? 'tab alarming' : 'tab'}
              aria-pressed={tab.value === name}
              onClick={() => {
                tab.value = name
              }}
            >
              {words[name]}
              {name === 'problems' && count > 0 && <span class="count">{count}</span>}
            </button>
          ))}
        </div>
        <span class="gap" />
        {place && (
          <IconButton
            icon="edit"
            label={words.openSource}
            onClick={() =>
              openPlace({
                file: place.file,
                line: place.entry.line,
                column: place.entry.column,
              })
            }
          />
        )}
      </div>
      <div class="panel-body" tabIndex={0} role="region" aria-label={words[tab.value]}>
        {story.value && <Content story={story.value} name={tab.value} />}
      </div>
    </>
  )
}
