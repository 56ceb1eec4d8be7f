/** A dialog that converts pasted JSON to TSX or builders. */
import { useState } from 'preact/hooks'
import type { SourceRequest } from '../../catalog/preview/view.js'
import { words } from '../../page/i18n/language.js'
import { ask } from '../../page/kit/Dialog.js'
import { sentence, text } from '../words/words.js'
import { Source } from './Source.js'

const targets: readonly SourceRequest['target'][] = ['tsx', 'builders']

function Converter() {
  const label = text.value
  const [written, setWritten] = useState('')
  const [json, setJson] = useState<{ value: unknown }>()
  const [error, setError] = useState<string>()
  const [target, setTarget] = useState<SourceRequest['target']>('tsx')
  return (
    <div class="converter">
      <label class="field">
        <span>{label.pasteHint}</span>
        <textarea
          class="code"
          rows={8}
          spellcheck={false}
          value={written}
          onInput={({ currentTarget: { value } }) => {
            setWritten(value)
            setError(undefined)
            if (value.trim() === '') {
              setJson(undefined)
              return
            }
            try {
              setJson({ value: JSON.parse(value) as unknown })
            } catch (why) {
              setError(sentence('invalidJson', { why: (why as Error).message }))
            }
          }}
        />
      </label>
      {error !== undefined && (
        <p class="node-problem" role="alert">
          {error}
        </p>
      )}
      <div class="tabs" role="group" aria-label={label.paste}>
        {targets.map((name) => (
          <button
            key={name}
            type="button"
            class="tab"
            aria-pressed={target === name}
            onClick={() => setTarget(name)}
          >
            {label[name]}
          </button>
        ))}
      </div>
      {json && <Source json={json.value} target={target} />}
    </div>
  )
}

export function showConverter(): void {
  void ask(text.value.paste, <Converter />, {
    ok: words.value.close,
    isNote: true,
    wide: true,
  })
}
