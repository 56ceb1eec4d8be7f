/** How the story is looked at: locale, phones, themes, size. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DeviceName } from '../../preview/index.js'
import { keepOneStop, moveIn } from '../../page/kit/roving.js'
import { story } from '../state/catalog.js'
import {
  allLocales,
  type ChatTheme,
  devices,
  deviceTitles,
  locale,
  themes,
  toggle,
  zoom,
  zooms,
} from '../state/look.js'
import { text } from '../words/words.js'

const deviceNames = Object.keys(deviceTitles) as DeviceName[]
const themeNames: readonly ChatTheme[] = ['light', 'dark']

/** More locales are a list. */
const MOST_BUTTONS = 5

function Group({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="tabs" role="group" aria-label={label}>
      {children}
    </div>
  )
}

function Choice({ label, isOn, onClick }: { label: string; isOn: boolean; onClick: () => void }) {
  return (
    <button type="button" class="tab" aria-pressed={isOn} onClick={onClick}>
      {label}
    </button>
  )
}

function Locales() {
  const locales = story.value?.locales ?? []
  const now = story.value?.renders[0]?.locale
  const words = text.value
  if (locales.length < 2) return null
  const choose = (one: string) => {
    locale.value = one
    allLocales.value = false
  }
  const all = (
    <Choice
      label={words.allLocales}
      isOn={allLocales.value}
      onClick={() => {
        allLocales.value = !allLocales.value
      }}
    />
  )
  if (locales.length > MOST_BUTTONS)
    return (
      <Group label={words.locale}>
        <select
          aria-label={words.locale}
          value={now}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {locales.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        {all}
      </Group>
    )
  return (
    <Group label={words.locale}>
      {locales.map((one) => (
        <Choice
          key={one}
          label={one}
          isOn={!allLocales.value && one === now}
          onClick={() => choose(one)}
        />
      ))}
      {all}
    </Group>
  )
}

export function StageTools() {
  const words = text.value
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => keepOneStop(ref.current!, 'button'))
  const step = (by: 1 | -1) => {
    const at = zooms.findIndex((one) => one === zoom.value)
    zoom.value = zooms[Math.max(0, Math.min(at + by, zooms.length - 1))]!
  }
  return (
    <div
      class="stage-tools"
      role="toolbar"
      aria-label={words.look}
      ref={ref}
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLSelectElement))
          moveIn(ref.current!, 'button', event, { across: true })
      }}
    >
      <Locales />
      <Group label={words.devices}>
        {deviceNames.map((name) => (
          <Choice
            key={name}
            label={deviceTitles[name]}
            isOn={devices.value.includes(name)}
            onClick={() => toggle(devices, name, deviceNames)}
          />
        ))}
      </Group>
      <Group label={words.themes}>
        {themeNames.map((name) => (
          <Choice
            key={name}
            label={words[name]}
            isOn={themes.value.includes(name)}
            onClick={() => toggle(themes, name, themeNames)}
          />
        ))}
      </Group>
      <div class="tabs" role="group" aria-label={words.zoom}>
        <button type="button" class="tab" aria-label={`${words.zoom} −`} onClick={() => step(-1)}>
          −
        </button>
        <span class="zoom">{Math.round(zoom.value * 100)}%</span>
        <button type="button" class="tab" aria-label={`${words.zoom} +`} onClick={() => step(1)}>
          +
        </button>
      </div>
    </div>
  )
}
