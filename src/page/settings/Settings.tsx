/** The settings dialog: read marks, quota, rate limits, webhooks, simulated failures, the clock, and a new start. */
import { language, say, words } from '../i18n/language.js'
import { ask, textIn } from '../kit/Dialog.js'
import { Check, Field, Select } from '../kit/fields.js'
import { Icon } from '../kit/Icon.js'
import { attempt, report } from '../kit/toasts.js'
import { get, send } from '../state/api.js'

interface SettingValues {
  quota: number | null
  rateLimits: boolean
  chatMode: 'bot' | 'chat'
  webhook: { active: boolean }
}

interface Fault {
  operation?: string
  left: number
}

/** Failures, and their bodies for the control API. */
const faults = {
  status500: { status: 500 },
  status429: { status: 429 },
  committed: { status: 500, commit: true },
  reset: { reset: 'before' },
  slow: { delay: 3_000 },
} as const

/** The operations that bots call most. */
const operations = ['replyMessage', 'pushMessage', 'multicast', 'getProfile', 'getMessageContent']

const MINUTE = 60_000

/** Steps of the clock in milliseconds. */
const steps = {
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
  week: 7 * 24 * 60 * MINUTE,
} as const

function FaultFields({ waiting }: { waiting: readonly Fault[] }) {
  const text = words.value
  const count = waiting.reduce((sum, { left }) => sum + left, 0)
  const none = ['none', text.faultNone] as const
  const kinds = [
    ...(count > 0 ? [['keep', say('faultsWait', { count })] as const] : []),
    none,
    ['status500', say('faultStatus', { status: 500 })] as const,
    ['status429', say('faultStatus', { status: 429 })] as const,
    ['committed', text.faultCommitted] as const,
    ['reset', text.faultReset] as const,
    ['slow', text.faultSlow] as const,
  ]
  return (
    <fieldset class="divided">
      <legend>{text.faults}</legend>
      <Select label={text.faultKind} name="fault" options={kinds} value={kinds[0]![0]} />
      <div class="two">
        <Select
          label={text.operation}
          name="operation"
          options={[['', text.anyCall], ...operations.map((name) => [name, name] as const)]}
          value=""
        />
        <Field label={text.times} name="times" type="number" min={1} max={1000} defaultValue="1" />
      </div>
    </fieldset>
  )
}

function ClockFields({ now }: { now: number }) {
  const text = words.value
  const time = new Date(now).toLocaleString(language.value)
  return (
    <fieldset class="divided">
      <legend>{text.clock}</legend>
      <p class="field-hint">{say('clockHint', { time })}</p>
      <Select
        label={text.clockAhead}
        name="clock"
        options={[
          ['', text.clockStay],
          ...Object.keys(steps).map((name) => [name, text[name as keyof typeof steps]] as const),
        ]}
        value=""
      />
    </fieldset>
  )
}

/** Deletes everything, after a question. */
async function reset(): Promise<void> {
  const { reset: label, resetHint } = words.value
  const form = await ask(label, <p>{resetHint}</p>, { ok: label })
  if (!form) return
  for (const dialog of document.querySelectorAll('dialog')) dialog.close()
  await send('/reset', {})
}

function Fields({
  settings,
  waiting,
  now,
}: {
  settings: SettingValues
  waiting: readonly Fault[]
  now: number
}) {
  const text = words.value
  return (
    <>
      <Select
        label={text.readMarks}
        name="chatMode"
        options={[
          ['bot', text.readAtOnce],
          ['chat', text.readWhenMarked],
        ]}
        value={settings.chatMode}
      />
      <Field
        label={text.quota}
        name="quota"
        type="number"
        min={0}
        defaultValue={settings.quota === null ? '' : String(settings.quota)}
        placeholder={text.unlimited}
      />
      <div>
        <Check label={text.rateLimits} name="rateLimits" isChecked={settings.rateLimits} />
        <Check label={text.webhookActive} name="active" isChecked={settings.webhook.active} />
      </div>
      <FaultFields waiting={waiting} />
      <ClockFields now={now} />
      <div class="divided">
        <button type="button" class="plain danger" onClick={() => attempt(reset())}>
          <Icon name="undo" />
          {text.reset}
        </button>
      </div>
    </>
  )
}

/** @param now - the emulator's time */
export async function changeSettings(now: number): Promise<void> {
  const { settings: title, save, saved } = words.value
  const [settings, waiting] = await Promise.all([
    get<SettingValues>('/settings'),
    get<Fault[]>('/faults'),
  ])
  const form = await ask(title, <Fields settings={settings} waiting={waiting} now={now} />, {
    ok: save,
  })
  if (!form) return
  const text = (name: string) => textIn(form, name)
  await send(
    '/settings',
    {
      chatMode: text('chatMode'),
      quota: text('quota') === '' ? null : Number(text('quota')),
      rateLimits: form.has('rateLimits'),
      webhook: { active: form.has('active') },
    },
    'PUT',
  )
  const fault = text('fault')
  if (fault !== 'keep') await send('/faults', {}, 'DELETE')
  if (Object.hasOwn(faults, fault))
    await send('/faults', {
      ...faults[fault as keyof typeof faults],
      ...(text('operation') !== '' && { operation: text('operation') }),
      times: Number(text('times')),
    })
  const step = text('clock')
  if (Object.hasOwn(steps, step))
    await send('/clock', { advance: steps[step as keyof typeof steps] })
  report(saved)
}
