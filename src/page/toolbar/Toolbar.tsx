/** The bar at the top: account, status, and what belongs to the whole page. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Language, language, languages, words } from '../i18n/language.js'
import { chooseDevice, device, type Phone, phones } from '../kit/device.js'
import { IconButton } from '../kit/Icon.js'
import { openMenu } from '../kit/Menu.js'
import { keepOneStop, moveIn } from '../kit/roving.js'
import { switchTheme, theme } from '../kit/theme.js'

export interface ToolbarProps {
  account: string
  /** Of the bot, or of the connection to the emulator. */
  status: { kind: string; text: string }
  chooseLanguage: (language: Language) => void
  showShortcuts: () => void
  /** Leaves out the menu of phones, where the page has one of its own. */
  hasOwnDevices?: boolean
  /** Further buttons, before and after those of every page. */
  before?: ComponentChildren
  after?: ComponentChildren
}

export function Toolbar({
  account,
  status,
  chooseLanguage,
  showShortcuts,
  hasOwnDevices = false,
  before,
  after,
}: ToolbarProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => keepOneStop(ref.current!, 'button'))
  const text = words.value
  return (
    <header class="top">
      <h1>
        <span class="logo" aria-hidden="true" />
        fukidashi
      </h1>
      <span class="account">{account}</span>
      <span class={`state ${status.kind}`} role="status">
        {status.text}
      </span>
      <span class="gap" />
      <div
        class="tools"
        role="toolbar"
        aria-label={text.settings}
        ref={ref}
        onKeyDown={(event) => moveIn(ref.current!, 'button', event, { across: true })}
      >
        {before}
        <IconButton
          icon="language"
          label={text.language}
          menu
          onClick={({ currentTarget }) =>
            openMenu(
              currentTarget,
              Object.entries(languages).map(([tag, label]) => ({
                label,
                checked: tag === language.value,
                run: () => chooseLanguage(tag as Language),
              })),
              { atEnd: true, label: text.language },
            )
          }
        />
        {!hasOwnDevices && <DeviceButton />}
        <IconButton
          icon={theme.value === 'dark' ? 'sun' : 'moon'}
          label={text.theme}
          onClick={switchTheme}
        />
        <IconButton icon="keys" label={text.shortcuts} shortcut="?" onClick={showShortcuts} />
        {after}
      </div>
    </header>
  )
}

/** Chooses the phone of all chats. */
function DeviceButton() {
  const text = words.value
  return (
    <IconButton
      icon="phone"
      label={text.device}
      menu
      onClick={({ currentTarget }) =>
        openMenu(
          currentTarget,
          Object.entries(phones).map(([name, label]) => ({
            label,
            checked: name === device.value,
            run: () => chooseDevice(name as Phone),
          })),
          { atEnd: true, label: text.device },
        )
      }
    />
  )
}
