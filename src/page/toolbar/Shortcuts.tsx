import { words } from '../i18n/language.js'
import { ask } from '../kit/Dialog.js'

/** Lists the keyboard shortcuts. */
export function showShortcuts(): void {
  const { shortcuts, close, keyRegion, keyWrite, keyChat, keyProblems, keyHelp, keyEscape } =
    words.value
  const rows: [keys: string[], text: string][] = [
    [['F6'], keyRegion],
    [['/'], keyWrite],
    [['Alt', '↑'], keyChat],
    [['Alt', '↓'], keyChat],
    [['P'], keyProblems],
    [['?'], keyHelp],
    [['Ctrl', '/'], keyHelp],
    [['Esc'], keyEscape],
  ]
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
