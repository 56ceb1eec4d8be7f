/** Everything that went wrong, in every chat, the newest first. */
import { words } from '../i18n/language.js'
import { Icon } from '../kit/Icon.js'
import { usePortion } from '../kit/use-portion.js'
import { timeOf } from '../phone/entry-text.js'
import { FailureCard } from '../problems/FailureCard.js'
import { ProblemItems } from '../problems/ProblemItems.js'
import { callInWords, refusalOf, webhookInWords } from './in-words.js'
import type { InspectorModel } from './model.js'
import type { Trouble } from './problem-list.js'
import { statusOf } from './records.js'

function TroubleCard({
  trouble: { record, story },
  inspector,
}: {
  trouble: Trouble
  inspector: InspectorModel
}) {
  const inspect = () => {
    inspector.tab.value = 'activity'
    inspector.selected.value = record.number
  }
  if (record.type === 'failure')
    return <FailureCard failure={record} openPlace={inspector.openPlace} inspect={inspect} />
  const isCall = record.type === 'call'
  const names = inspector.nameOf.value
  const isRefused = !isCall || record.status >= 400
  return (
    <section class={`failure ${isRefused ? 'error' : 'warning'}`}>
      <p class="failure-what">
        <strong>{isCall ? callInWords(record, story, names) : words.value.webhooks}</strong>{' '}
        {isCall
          ? isRefused && `${statusOf(record)} ${refusalOf(record)}`
          : [record.reason, record.detail].filter(Boolean).join(' · ')}
      </p>
      {isCall && <ProblemItems problems={record.problems} openPlace={inspector.openPlace} />}
      <div class="failure-buttons">
        <button type="button" class="plain" onClick={inspect}>
          <Icon name="list" />
          {words.value.look}
        </button>
      </div>
    </section>
  )
}

export function ProblemsView({
  troubles,
  inspector,
}: {
  troubles: readonly Trouble[]
  inspector: InspectorModel
}) {
  const { from, grow } = usePortion(troubles.length, 'problems')
  if (troubles.length === 0) return <p class="quiet">{words.value.noProblems}</p>
  return (
    <div class="problem-list">
      <ol>
        {troubles
          .slice(from)
          .reverse()
          .map((trouble) => {
            const { record, story } = trouble
            const cause = story.webhook
              ? webhookInWords(story.webhook, inspector.nameOf.value)
              : words.value.storyAlone
            return (
              <li key={record.number}>
                <p class="trouble-cause">
                  {timeOf(record.at)} · {cause}
                </p>
                <TroubleCard trouble={trouble} inspector={inspector} />
              </li>
            )
          })}
      </ol>
      {from > 0 && (
        <button type="button" class="plain" onClick={() => grow()}>
          {words.value.more}
        </button>
      )}
    </div>
  )
}
