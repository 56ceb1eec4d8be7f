/** Text to copy. */
import { words } from '../../page/i18n/language.js'
import { copy } from '../../page/kit/copy.js'
import { Icon } from '../../page/kit/Icon.js'

export function Code({ title, code }: { title?: string; code: string }) {
  return (
    <section class="code-block">
      <div class="control-head">
        {title !== undefined && <h3>{title}</h3>}
        <button type="button" class="plain" onClick={() => copy(code)}>
          <Icon name="copy" />
          {words.value.copy}
        </button>
      </div>
      <pre tabIndex={0}>{code}</pre>
    </section>
  )
}
