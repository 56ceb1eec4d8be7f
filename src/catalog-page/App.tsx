/** The catalog's page: stories, phones, panel. */
import { DialogHost } from '../page/kit/Dialog.js'
import { Icon, IconButton } from '../page/kit/Icon.js'
import type { IconName } from '../page/kit/icon-paths.js'
import { MenuHost } from '../page/kit/Menu.js'
import { attempt, Toasts } from '../page/kit/toasts.js'
import { Banner } from '../page/toolbar/Banner.js'
import { Toolbar } from '../page/toolbar/Toolbar.js'
import { showShortcuts, togglePanel, toggleSidebar } from './keys.js'
import { Panel } from './panels/Panel.js'
import { showConverter } from './panels/Paste.js'
import { SendButton } from './stage/SendButton.js'
import { Stage } from './stage/Stage.js'
import { reloadAll } from './state/api.js'
import { failure, isConnected, project } from './state/catalog.js'
import { hasPanel, hasSidebar, isFull, isPanelBelow, type Part, part } from './state/look.js'
import { Tree } from './tree/Tree.js'
import { chooseLanguage, text } from './words/words.js'

function Top() {
  const words = text.value
  return (
    <Toolbar
      account={project.value?.name ?? ''}
      status={
        !isConnected.value
          ? { kind: 'loading', text: words.reconnecting }
          : failure.value
            ? { kind: 'failed', text: words.failed }
            : { kind: 'running', text: words.live }
      }
      chooseLanguage={(language) => attempt(chooseLanguage(language))}
      showShortcuts={showShortcuts}
      hasOwnDevices
      before={
        <>
          <button type="button" class="plain" onClick={showConverter}>
            <Icon name="code" />
            {words.paste}
          </button>
          <SendButton />
          <IconButton icon="again" label={words.reload} onClick={() => attempt(reloadAll())} />
          <IconButton icon="sidebar" label={words.sidebar} shortcut="s" onClick={toggleSidebar} />
          <IconButton icon="panel" label={words.panel} shortcut="a" onClick={togglePanel} />
        </>
      }
      after={
        <IconButton
          icon="full"
          label={words.fullScreen}
          shortcut="f"
          onClick={() => {
            isFull.value = true
          }}
        />
      }
    />
  )
}

const partIcons: Record<Part, IconName> = { stories: 'list', phone: 'phone', panel: 'code' }

/** On narrow screens one part is visible at a time. */
function Switcher() {
  const words = text.value
  const names: Record<Part, string> = {
    stories: words.stories,
    phone: words.look,
    panel: words.controls,
  }
  return (
    <nav class="switcher" aria-label={words.look}>
      {(Object.keys(partIcons) as Part[]).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={part.value === name}
          onClick={() => {
            part.value = name
          }}
        >
          <Icon name={partIcons[name]} />
          {names[name]}
        </button>
      ))}
    </nav>
  )
}

export function App() {
  const words = text.value
  const layout = [
    'catalog',
    hasSidebar.value && !isFull.value && 'with-sidebar',
    hasPanel.value && !isFull.value && 'with-panel',
    isPanelBelow.value && 'panel-below',
  ]
  return (
    <div class={isFull.value ? 'app full' : 'app'} data-part={part.value}>
      {!isFull.value && <Top />}
      <Banner
        text={project.value && !isConnected.value ? words.stopped : undefined}
        isCode={false}
      />
      <main class={layout.filter(Boolean).join(' ')}>
        <nav class="stories" aria-label={words.stories}>
          <Tree />
        </nav>
        <div class="catalog-stage">
          <Stage />
        </div>
        <aside class="panel" aria-label={words.panel}>
          <Panel />
        </aside>
      </main>
      <Switcher />
      <MenuHost />
      <DialogHost />
      <Toasts />
    </div>
  )
}
