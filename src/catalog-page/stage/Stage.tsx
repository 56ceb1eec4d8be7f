/** The story in the middle: on one phone, or on several at once. */
import type { RenderView, StoryView } from '../../catalog/preview/view.js'
import { FailureCard } from '../../page/problems/FailureCard.js'
import type { DeviceName } from '../../preview/index.js'
import { failure, isLoading, project, story } from '../state/catalog.js'
import { type ChatTheme, devices, deviceTitles, tab, hasPanel, themes } from '../state/look.js'
import { openPlace } from '../state/open-place.js'
import { sentence, text } from '../words/words.js'
import { Drawn } from './Drawn.js'
import { StageTools } from './StageTools.js'

const countOf = ({ problems }: RenderView, severity: 'error' | 'warning'): number =>
  problems.filter((problem) => problem.severity === severity).length

function Cell({
  story,
  render,
  device,
  theme,
}: {
  story: StoryView
  render: RenderView
  device: DeviceName
  theme: ChatTheme
}) {
  const errors = countOf(render, 'error')
  const warnings = countOf(render, 'warning')
  return (
    <figure class="cell">
      <figcaption>
        <strong>{render.locale}</strong>
        <span>{deviceTitles[device]}</span>
        <span>{text.value[theme]}</span>
        {errors + warnings > 0 && (
          <button
            type="button"
            class={errors > 0 ? 'badge bad' : 'badge warn'}
            aria-label={`${text.value.problems}: ${errors + warnings}`}
            onClick={() => {
              tab.value = 'problems'
              hasPanel.value = true
            }}
          >
            {errors + warnings}
          </button>
        )}
      </figcaption>
      {render.chat && render.chat.left > 0 && (
        <p class="quiet">{sentence('chatStart', { count: render.chat.left })}</p>
      )}
      <Drawn story={story} render={render} device={device} theme={theme} />
    </figure>
  )
}

function Failure() {
  if (!failure.value) return null
  return (
    <div class="stage-failure" role="alert">
      <FailureCard
        failure={{ ...failure.value, type: 'failure', number: 0, at: 0 }}
        openPlace={openPlace}
      />
      {story.value && <p class="field-hint">{text.value.stale}</p>}
    </div>
  )
}

function Cells({ story }: { story: StoryView }) {
  return (
    <div class={failure.value ? 'cells stale' : 'cells'}>
      {story.renders.flatMap((render) =>
        devices.value.flatMap((device) =>
          themes.value.map((theme) => (
            <Cell
              key={`${render.locale} ${device} ${theme}`}
              story={story}
              render={render}
              device={device}
              theme={theme}
            />
          )),
        ),
      )}
    </div>
  )
}

export function Stage() {
  const words = text.value
  const isEmpty = project.value?.files.length === 0
  return (
    <>
      <StageTools />
      <div class="stage-scroll" tabIndex={0} role="region" aria-label={words.look}>
        <Failure />
        {story.value ? (
          <Cells story={story.value} />
        ) : isEmpty ? (
          <div class="quiet">
            <p>{words.noStories}</p>
            <p>{words.noStoriesHint}</p>
          </div>
        ) : (
          isLoading.value && !failure.value && <p class="quiet">{words.loading}</p>
        )}
      </div>
    </>
  )
}
