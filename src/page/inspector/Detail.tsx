/** Details of one call, webhook or failure. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CallRecord, WebhookRecord } from '../../emulator/index.js'
import { language, say, words } from '../i18n/language.js'
import { JsonTree } from '../json-tree/JsonTree.js'
import { copy } from '../kit/copy.js'
import { Icon, IconButton } from '../kit/Icon.js'
import type { IconName } from '../kit/icon-paths.js'
import { FailureCard } from '../problems/FailureCard.js'
import { ProblemItems } from '../problems/ProblemItems.js'
import { curl } from './curl.js'
import { callInWords, webhookInWords } from './in-words.js'
import type { InspectorModel } from './model.js'
import { eventsOf, type LogRecord, nameOf, outcomeOf, statusOf, took } from './records.js'
import type { Story } from './stories.js'

const Body = ({
  title,
  body,
  record,
}: {
  title: string
  body: string | number
  record?: CallRecord
}) => (
  <details open>
    <summary>{title}</summary>
    {body === '' ? (
      <p class="quiet">{words.value.noBody}</p>
    ) : typeof body === 'number' ? (
      <p class="quiet">{say('bytes', { count: body })}</p>
    ) : (
      <JsonTree text={body} problems={record?.problems ?? []} />
    )}
  </details>
)

const Facts = ({ facts }: { facts: readonly (readonly [string, string | undefined])[] }) => (
  <dl class="facts">
    {facts.map(([name, value]) =>
      value ? (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ) : null,
    )}
  </dl>
)

const Headers = ({
  title,
  headers,
}: {
  title: string
  headers: Readonly<Record<string, string>>
}) => (
  <details>
    <summary>{title}</summary>
    <Facts facts={Object.entries(headers)} />
  </details>
)

const Button = ({
  icon,
  onClick,
  disabled = false,
  children,
}: {
  icon: IconName
  onClick: () => void
  disabled?: boolean
  children: ComponentChildren
}) => (
  <button type="button" class="plain" onClick={onClick} disabled={disabled}>
    <Icon name={icon} />
    {children}
  </button>
)

const timeOf = (at: number): string => new Date(at).toLocaleTimeString(language.value)

const CopyButtons = ({ record }: { record: CallRecord | WebhookRecord }) => (
  <>
    <Button icon="copy" onClick={() => copy(curl(record, location.origin))}>
      {words.value.copyCurl}
    </Button>
    <Button icon="copy" onClick={() => copy(JSON.stringify(record, null, 2))}>
      {words.value.copyJson}
    </Button>
  </>
)

function CallDetail({ record, inspector }: { record: CallRecord; inspector: InspectorModel }) {
  const { replay, time, took: duration, requestId, fault, request, response } = words.value
  const { requestHeaders, responseHeaders, problems } = words.value
  return (
    <>
      <p class="path">
        {record.method} {record.path}
      </p>
      <div class="detail-buttons">
        <Button
          icon="again"
          onClick={() => inspector.replay(record)}
          disabled={typeof record.request !== 'string'}
        >
          {replay}
        </Button>
        <CopyButtons record={record} />
      </div>
      {record.problems.length > 0 && (
        <section class="problems">
          <h4>
            {problems} ({record.problems.length})
          </h4>
          <ProblemItems problems={record.problems} openPlace={inspector.openPlace} />
        </section>
      )}
      <Facts
        facts={[
          [time, timeOf(record.at)],
          [duration, took(record.ms)],
          [requestId, record.requestId],
          [fault, record.fault],
        ]}
      />
      <Body title={request} body={record.request} record={record} />
      <Body title={response} body={record.answer} />
      <Headers title={requestHeaders} headers={record.headers} />
      <Headers title={responseHeaders} headers={record.answerHeaders} />
    </>
  )
}

function WebhookDetail({
  record,
  story,
  inspector,
}: {
  record: WebhookRecord
  story: Story
  inspector: InspectorModel
}) {
  const { redeliver, time, took: duration, to, status, signature, event } = words.value
  return (
    <>
      <div class="detail-buttons">
        <Button
          icon="again"
          onClick={() => inspector.redeliver(record)}
          disabled={eventsOf(record).length === 0}
        >
          {redeliver}
        </Button>
        <CopyButtons record={record} />
      </div>
      {story.rows.map((row) =>
        row.type === 'failure' ? (
          <FailureCard key={row.number} failure={row} openPlace={inspector.openPlace} />
        ) : null,
      )}
      <Facts
        facts={[
          [time, timeOf(record.at)],
          [duration, took(record.ms)],
          [to, record.to],
          [status, [record.reason, record.detail].filter(Boolean).join(' · ')],
          [signature, record.signature],
        ]}
      />
      <Body title={event} body={record.body} />
    </>
  )
}

const titleOf = (record: LogRecord, story: Story, { nameOf: names }: InspectorModel): string =>
  record.type === 'call'
    ? callInWords(record, story, names.value)
    : record.type === 'webhook'
      ? webhookInWords(record, names.value)
      : record.name

export function Detail({
  record,
  story,
  inspector,
}: {
  record: LogRecord
  story: Story
  inspector: InspectorModel
}) {
  const ref = useRef<HTMLElement>(null)
  const reveals = inspector.reveals.value
  const close = () => {
    inspector.selected.value = undefined
  }
  useLayoutEffect(() => {
    ref.current!.scrollTop = 0
  }, [record.number])
  useLayoutEffect(() => {
    if (reveals > 0) ref.current!.focus()
  }, [reveals])
  const title = titleOf(record, story, inspector)
  const name = nameOf(record)
  return (
    <section
      class="detail"
      tabIndex={-1}
      ref={ref}
      aria-label={name}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close()
      }}
    >
      <header class="detail-head">
        <h3>{title}</h3>
        <span class={`badge ${outcomeOf(record)}`}>{statusOf(record)}</span>
        <IconButton icon="close" label={words.value.close} onClick={close} />
      </header>
      {title !== name && <p class="detail-name">{name}</p>}
      {record.type === 'call' ? (
        <CallDetail key={record.number} record={record} inspector={inspector} />
      ) : record.type === 'webhook' ? (
        <WebhookDetail key={record.number} record={record} story={story} inspector={inspector} />
      ) : (
        <FailureCard failure={record} openPlace={inspector.openPlace} />
      )}
    </section>
  )
}
