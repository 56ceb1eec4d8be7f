/** How a bot in another program is connected: its environment variables, its webhook URL, and whether it answers. */
import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import type { View } from '../../emulator/ui/view.js'
import { say, words } from '../i18n/language.js'
import { copy } from '../kit/copy.js'
import { ask, textIn } from '../kit/Dialog.js'
import { Icon } from '../kit/Icon.js'
import { attempt } from '../kit/toasts.js'
import { send } from '../state/api.js'

type Environment = View['environment']

const variablesOf = ({ channelSecret, channelAccessToken }: Environment) =>
  [
    ['LINE_CHANNEL_SECRET', channelSecret],
    ['LINE_CHANNEL_ACCESS_TOKEN', channelAccessToken],
    ['LINE_API_BASE_URL', location.origin],
  ] as const

interface Verified {
  success: boolean
  statusCode: number
  reason: string
  detail: string
}

const saveEndpoint = (endpoint: string): Promise<unknown> =>
  send('/settings', { webhook: { endpoint } }, 'PUT')

function Variables({ environment }: { environment: Environment }) {
  const variables = variablesOf(environment)
  return (
    <>
      <ul class="variables">
        {variables.map(([name, value]) => (
          <li key={name}>
            <code>
              {name}={value}
            </code>
            <button
              type="button"
              class="icon-button"
              aria-label={`${words.value.copy}: ${name}`}
              title={words.value.copy}
              onClick={() => copy(value)}
            >
              <Icon name="copy" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="plain"
        onClick={() => copy(`${variables.map((pair) => pair.join('=')).join('\n')}\n`)}
      >
        <Icon name="copy" />
        {words.value.copyEnv}
      </button>
    </>
  )
}

function Fields({ environment, refresh }: { environment: Environment; refresh: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const result = useSignal<{ good: boolean; text: string } | undefined>(undefined)
  const { connectHint, endpoint, verify, verifying } = words.value
  const check = async () => {
    if (!input.current!.reportValidity()) return
    result.value = { good: true, text: verifying }
    try {
      await saveEndpoint(input.current!.value)
      const { success, statusCode, reason, detail } = await send<Verified>('/verify', {})
      result.value = success
        ? { good: true, text: say('verified', { status: statusCode }) }
        : { good: false, text: say('notVerified', { why: `${reason} · ${detail}` }) }
    } catch (error) {
      result.value = undefined
      throw error
    } finally {
      refresh()
    }
  }
  return (
    <>
      <p>{connectHint}</p>
      <Variables environment={environment} />
      <div class="field">
        <label for={id}>
          <span>{endpoint}</span>
        </label>
        <div class="with-button">
          <input
            id={id}
            ref={input}
            name="endpoint"
            type="url"
            required
            autocomplete="off"
            defaultValue={environment.endpoint ?? ''}
            placeholder="http://127.0.0.1:3000/webhook"
          />
          <button type="button" class="plain" onClick={() => attempt(check())}>
            {verify}
          </button>
        </div>
      </div>
      <p
        class={`verify-result ${result.value?.good === false ? 'bad' : 'good'}`}
        role="status"
        hidden={!result.value}
      >
        {result.value?.text}
      </p>
    </>
  )
}

interface ConnectProps {
  environment: Environment
  /** Reloads what is known of the bot. */
  refresh: () => void
}

/** Asks in a dialog. */
export async function connectBot({ environment, refresh }: ConnectProps): Promise<void> {
  const { connect, save } = words.value
  const form = await ask(connect, <Fields environment={environment} refresh={refresh} />, {
    ok: save,
    wide: true,
  })
  if (form) await saveEndpoint(textIn(form, 'endpoint'))
  refresh()
}

/** The same, as a part of the page. */
export const ConnectPanel = ({ environment, refresh }: ConnectProps) => (
  <form
    class="connect-panel"
    onSubmit={(event) => {
      event.preventDefault()
      const endpoint = textIn(new FormData(event.currentTarget), 'endpoint')
      attempt(saveEndpoint(endpoint).then(refresh))
    }}
  >
    <h3>{words.value.connect}</h3>
    <Fields environment={environment} refresh={refresh} />
    <button type="submit" class="primary">
      {words.value.save}
    </button>
  </form>
)
