import { words } from '../i18n/language.js'
import { ask } from '../kit/Dialog.js'

/** A shortcut: its keys, and what it does. */
export type ShortcutRow = [keys: string[], text: string]

/** Lists the keyboard shortcuts of the emulator's page. */
export function showShortcuts(): void {
  const { keyRegion, keyWrite, keyChat, keyProblems, keyHelp, keyEscape } = words.value
  listShortcuts([
    [['F6'], keyRegion],
    [['/'], keyWrite],
    [['Alt', '↑'], keyChat],
    [['Alt', '↓'], keyChat],
    [['P'], keyProblems],
    [['?'], keyHelp],
    [['Ctrl', '/'], keyHelp],
    [['Esc'], keyEscape],
  ])
}

/** Lists shortcuts in a dialog. */
export function listShortcuts(rows: readonly ShortcutRow[]): void {
  const { shortcuts, close } = words.value
  void ask(
    shortcuts,
    <dl class="shortcuts">
      {rows.map(([keys, text]) => (
        <div key={keys.join()}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>,
    { ok: close, isNote: true },
  )
}
