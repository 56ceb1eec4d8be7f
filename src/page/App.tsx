/** The emulator's page: people, phones, inspector. */
import { words } from './i18n/language.js'
import type { WordKey } from './i18n/words/en.js'
import { Inspector } from './inspector/Inspector.js'
import { outcomeOf } from './inspector/records.js'
import { DialogHost } from './kit/Dialog.js'
import { Icon, IconButton } from './kit/Icon.js'
import type { IconName } from './kit/icon-paths.js'
import { MenuHost } from './kit/Menu.js'
import { attempt, Toasts } from './kit/toasts.js'
import { say } from './i18n/language.js'
import { People } from './people/People.js'
import { Phone } from './phone/Phone.js'
import { PlaceButton } from './problems/PlaceButton.js'
import { connectBot, ConnectPanel } from './settings/Connect.js'
import { changeSettings } from './settings/Settings.js'
import { chooseLanguage } from './state/language.js'
import type { Program } from './state/program.js'
import { type Part, parts } from './state/session.js'
import { Banner } from './toolbar/Banner.js'
import { showShortcuts } from './toolbar/Shortcuts.js'
import { Toolbar } from './toolbar/Toolbar.js'

const statusWords = {
  running: 'running',
  loading: 'loading',
  failed: 'failed',
  elsewhere: 'connected',
  none: 'noBot',
} as const satisfies Record<string, WordKey>

/** Opens the dialog that connects a bot. */
export function askToConnect({ session, live }: Program): void {
  const view = session.view.value
  if (!view) return
  attempt(connectBot({ environment: view.environment, refresh: () => live.refresh() }))
}

function Top({ program }: { program: Program }) {
  const { session, live } = program
  const view = session.view.value
  const bot = view?.bot.state ?? 'loading'
  const isConnected = session.connected.value
  const text = words.value
  return (
    <Toolbar
      account={view?.account.displayName ?? ''}
      status={
        isConnected
          ? { kind: bot, text: text[statusWords[bot]] }
          : { kind: 'loading', text: text.reconnecting }
      }
      showShortcuts={showShortcuts}
      chooseLanguage={(language) => attempt(chooseLanguage(language))}
      before={
        (bot === 'elsewhere' || bot === 'none') && (
          <button
            type="button"
            class={bot === 'none' ? 'primary' : 'plain'}
            onClick={() => askToConnect(program)}
          >
            {text.connect}
          </button>
        )
      }
      after={
        <IconButton
          icon="gear"
          label={text.settings}
          onClick={() => attempt(changeSettings(session.now()).then(() => live.refresh()))}
        />
      }
    />
  )
}

/** Reports that the bot does not run, or did not accept the last webhook. */
function Trouble({ program: { session, inspector } }: { program: Program }) {
  const bot = session.view.value?.bot
  if (bot?.state === 'failed')
    return (
      <Banner text={bot.message ?? words.value.failed} isCode>
        <PlaceButton place={bot.place} openPlace={inspector.openPlace} />
      </Banner>
    )
  const records = [...session.records.value.values()]
  const last = records.findLast((record) => record.type === 'webhook')
  const isBad = last !== undefined && outcomeOf(last) === 'bad'
  const failure = isBad
    ? records
        .filter((record) => record.type === 'failure')
        .find(({ webhook }) => webhook === last.number)
    : undefined
  const why = failure
    ? `${failure.name}: ${failure.message.split('\n', 1)[0]!}`
    : [last?.reason, last?.detail].filter(Boolean).join(' · ')
  return (
    <Banner text={isBad ? say('botSilent', { why }) : undefined} isCode={false}>
      <PlaceButton place={failure?.place} openPlace={inspector.openPlace} />
      <button type="button" class="plain" onClick={() => session.reveal(last?.number)}>
        {words.value.look}
      </button>
    </Banner>
  )
}

const partIcons: Record<Part, IconName> = { people: 'people', chat: 'chat', inspector: 'list' }

/** On narrow screens one part is visible at a time. */
function Switcher({ program: { session } }: { program: Program }) {
  return (
    <nav class="switcher">
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          aria-pressed={session.part.value === part}
          onClick={() => {
            session.part.value = part
          }}
        >
          <Icon name={partIcons[part]} />
          {words.value[part]}
        </button>
      ))}
    </nav>
  )
}

function InspectorPart({ program }: { program: Program }) {
  const { session, live, inspector } = program
  const view = session.view.value
  return (
    <aside class="inspector" id="inspector" aria-label={words.value.inspector}>
      {view?.bot.state === 'none' && (
        <ConnectPanel environment={view.environment} refresh={() => live.refresh()} />
      )}
      <Inspector inspector={inspector} />
    </aside>
  )
}

function Stage({ program }: { program: Program }) {
  const { phones, hasTwo, active } = program
  return (
    <div class="stage">
      {phones.slice(0, hasTwo.value ? 2 : 1).map((phone, i) => (
        <Phone
          key={phone.id}
          phone={phone}
          onFocus={() => {
            active.value = i as 0 | 1
          }}
        />
      ))}
    </div>
  )
}

export const App = ({ program }: { program: Program }) => (
  <div class="app" data-part={program.session.part.value}>
    <Top program={program} />
    <Trouble program={program} />
    <main>
      <nav class="people" id="people" aria-label={words.value.people}>
        <People program={program} />
      </nav>
      <Stage program={program} />
      <InspectorPart program={program} />
    </main>
    <Switcher program={program} />
    <MenuHost />
    <DialogHost />
    <Toasts />
  </div>
)
