/** The JSON of a story, its problems at their places, and its size. */
import type { FlexSize, RenderView } from '../../catalog/preview/view.js'
import { words } from '../../page/i18n/language.js'
import { JsonTree } from '../../page/json-tree/JsonTree.js'
import { copy } from '../../page/kit/copy.js'
import { Icon } from '../../page/kit/Icon.js'
import { sentence } from '../words/words.js'

function Size({ path, bytes, limit }: FlexSize) {
  const kilobytes = (bytes / 1024).toFixed(1)
  const label = sentence('flexSize', { path, kilobytes, limit })
  const isOver = bytes > limit * 1024
  return (
    <div class={isOver ? 'size over' : 'size'}>
      <span>{label}</span>
      <meter
        min={0}
        max={limit * 1024}
        high={limit * 1000}
        optimum={0}
        value={bytes}
        aria-label={label}
      />
    </div>
  )
}

/** Problems of lists of messages begin with `messages`; the tree begins with the list. */
const withoutRoot = (path: string): string => path.replace(/^messages(?=\[)/, '')

export function Json({ render: { output, problems, sizes } }: { render: RenderView }) {
  const json = typeof output === 'string' ? output : JSON.stringify(output, null, 2)
  if (json === undefined) return null
  return (
    <>
      {sizes.map((size) => (
        <Size key={size.path} {...size} />
      ))}
      <div class="control-head">
        <button type="button" class="plain" onClick={() => copy(json)}>
          <Icon name="copy" />
          {words.value.copy}
        </button>
      </div>
      <JsonTree
        text={json}
        problems={problems.map((problem) => ({ ...problem, path: withoutRoot(problem.path) }))}
      />
    </>
  )
}
