/** Problems of messages: where, in which component, what is wrong. */
import { groupProblems } from '../../common/group-problems.js'
import type { Problem } from '../../emulator/index.js'
import { say, words } from '../i18n/language.js'
import { errorsFirst, type Place, placeOf } from './failure-text.js'
import { PlaceButton } from './PlaceButton.js'

/** One item for each mistake: errors, then warnings. */
export const ProblemItems = ({
  problems,
  openPlace,
}: {
  problems: readonly Problem[]
  openPlace?: ((place: Place) => void) | undefined
}) => (
  <ul class="problem-items">
    {groupProblems(errorsFirst(problems)).map(([first, ...others], i) => {
      const { severity, path, message, component, source, docs } = first
      const last = others.at(-1)
      return (
        <li key={i} class={severity}>
          {severity === 'warning' && <span class="problem-kind">{words.value.warning}</span>}
          <code>{path}</code>
          {component !== undefined && <span class="component"> {component}</span>}
          <PlaceButton place={placeOf(source)} openPlace={openPlace} />
          <p>
            {message}
            {last && ` ${say('problemTimes', { count: others.length + 1, place: last.path })}`}
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
      )
    })}
  </ul>
)
