/** Problems of messages: where, in which component, what is wrong. */
import type { Problem } from '../../emulator/index.js'
import { words } from '../i18n/language.js'
import { type Place, placeOf } from './failure-text.js'
import { PlaceButton } from './PlaceButton.js'

export const ProblemItems = ({
  problems,
  openPlace,
}: {
  problems: readonly Problem[]
  openPlace?: ((place: Place) => void) | undefined
}) => (
  <ul class="problem-items">
    {problems.map(({ severity, path, message, component, source, docs }, i) => (
      <li key={i} class={severity}>
        <code>{path}</code>
        {component !== undefined && <span class="component"> {component}</span>}
        <PlaceButton place={placeOf(source)} openPlace={openPlace} />
        <p>
          {message}
          {docs !== undefined && /^https:/.test(docs) && (
            <>
              {' '}
              <a href={docs} target="_blank" rel="noopener noreferrer">
                {words.value.docs}
              </a>
            </>
          )}
        </p>
      </li>
    ))}
  </ul>
)
