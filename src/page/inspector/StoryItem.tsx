/** A webhook and what it caused: what the person did, which calls, what appeared. */
import { memo } from 'preact/compat'
import type { CallRecord, FailureRecord, WebhookRecord } from '../../emulator/index.js'
import { say, words } from '../i18n/language.js'
import { Icon } from '../kit/Icon.js'
import { timeOf } from '../phone/entry-text.js'
import {
  callInWords,
  failureInWords,
  type NameOf,
  refusalOf,
  sentInWords,
  webhookInWords,
} from './in-words.js'
import {
  type LogRecord,
  nameOf as recordName,
  outcomeOf,
  problemsOf,
  statusOf,
  took,
} from './records.js'
import type { Story } from './stories.js'

interface RowProps {
  isSelected: boolean
  select: (number: number) => void
}

const Badges = ({ record }: { record: LogRecord }) => {
  const problems = problemsOf(record).length
  return (
    <>
      {problems > 0 && (
        <span
          class="badge warn"
          title={problems === 1 ? words.value.oneProblem : say('problemCount', { count: problems })}
        >
          {problems} ⚠
        </span>
      )}
      <span class={`badge ${outcomeOf(record)}`}>{statusOf(record)}</span>
    </>
  )
}

function WebhookRow({
  record,
  nameOf,
  isSelected,
  select,
}: RowProps & { record: WebhookRecord; nameOf: NameOf }) {
  return (
    <button
      type="button"
      class="record webhook"
      aria-pressed={isSelected}
      onClick={() => select(record.number)}
    >
      <span class="way webhook" aria-hidden="true">
        →
      </span>
      <span class="record-text">
        <span class="record-name">
          {webhookInWords(record, nameOf)}
          {record.redelivery && <em> {words.value.redelivery}</em>}
        </span>
        <span class="record-about">
          {timeOf(record.at)} · {recordName(record)}
        </span>
      </span>
      <Badges record={record} />
      <span class="took">{took(record.ms)}</span>
    </button>
  )
}

function CallRow({
  record,
  story,
  nameOf,
  isSelected,
  select,
}: RowProps & { record: CallRecord; story: Story; nameOf: NameOf }) {
  const title = callInWords(record, story, nameOf)
  const name = recordName(record)
  const isBad = outcomeOf(record) === 'bad'
  return (
    <button
      type="button"
      class="record call"
      aria-pressed={isSelected}
      onClick={() => select(record.number)}
    >
      <span class="way call" aria-hidden="true">
        ←
      </span>
      <span class="record-text">
        <span class="record-name">{title}</span>
        {sentInWords(record).map((text, i) => (
          <span key={i} class="record-sent">
            {text}
          </span>
        ))}
        {isBad && (
          <span class="record-refused">{say('callRefused', { why: refusalOf(record) })}</span>
        )}
        <span class="record-about">
          {timeOf(record.at)}
          {title !== name && ` · ${name}`}
        </span>
      </span>
      <Badges record={record} />
      <span class="took">{took(record.ms)}</span>
    </button>
  )
}

const FailureRow = ({ record, isSelected, select }: RowProps & { record: FailureRecord }) => (
  <button
    type="button"
    class={`record failed ${record.severity}`}
    aria-pressed={isSelected}
    onClick={() => select(record.number)}
  >
    <span class={`way failed ${record.severity}`}>
      <Icon name="alert" />
    </span>
    <span class="record-text">
      <span class="record-name">{failureInWords(record)}</span>
      {record.place && (
        <span class="record-about">
          {record.place.file}:{record.place.line}
        </span>
      )}
    </span>
    {problemsOf(record).length > 0 && <Badges record={record} />}
  </button>
)

/** Says that nothing came of a webhook, if that is known. */
function silenceOf({ webhook, rows }: Story): string | undefined {
  if (!webhook || rows.length > 0) return undefined
  const outcome = outcomeOf(webhook)
  return outcome === 'waiting'
    ? words.value.noAnswerYet
    : outcome === 'good'
      ? words.value.nothingSent
      : [webhook.reason, webhook.detail].filter(Boolean).join(' · ')
}

interface StoryItemProps {
  story: Story
  /** Changes when one of its records changes. */
  version: string
  nameOf: NameOf
  /** Number of the open record, if it is one of this story. */
  selected: number | undefined
  select: (number: number) => void
  /** Whether what came of the webhook is listed too. */
  isWhole: boolean
}

function StoryItemOf({ story, nameOf, selected, select, isWhole }: StoryItemProps) {
  const { webhook, rows } = story
  const silence = isWhole ? silenceOf(story) : undefined
  return (
    <li class={webhook ? 'story' : 'story alone'}>
      {webhook && (
        <WebhookRow
          record={webhook}
          nameOf={nameOf}
          isSelected={selected === webhook.number}
          select={select}
        />
      )}
      {rows.length > 0 && (
        <ul>
          {rows.map((record) => {
            const row = { isSelected: selected === record.number, select }
            return (
              <li key={record.number}>
                {record.type === 'call' ? (
                  <CallRow record={record} story={story} nameOf={nameOf} {...row} />
                ) : (
                  <FailureRow record={record} {...row} />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {silence !== undefined && <p class="story-silence">{silence}</p>}
    </li>
  )
}

export const StoryItem = memo(
  StoryItemOf,
  (before, after) =>
    before.version === after.version &&
    before.nameOf === after.nameOf &&
    before.selected === after.selected &&
    before.isWhole === after.isWhole,
)
