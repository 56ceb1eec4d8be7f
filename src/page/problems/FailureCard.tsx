/** What went wrong in the bot: what, where, the problems, the code, the stack, and what to do. */
import type { FailureRecord } from '../../emulator/index.js'
import { words } from '../i18n/language.js'
import { copy } from '../kit/copy.js'
import { Icon } from '../kit/Icon.js'
import { CodeFrame } from './CodeFrame.js'
import { failureText, type Place, summaryOf } from './failure-text.js'
import { PlaceButton } from './PlaceButton.js'
import { ProblemItems } from './ProblemItems.js'

interface FailureCardProps {
  failure: FailureRecord
  /** Says that it is not a message. */
  inChat?: boolean
  openPlace?: ((place: Place) => void) | undefined
  /** Opens it in the inspector. */
  inspect?: (() => void) | undefined
}

export function FailureCard({ failure, inChat = false, openPlace, inspect }: FailureCardProps) {
  const { severity, name, place, problems, frame, stack, hint } = failure
  const text = words.value
  return (
    <section class={`failure ${severity}`} aria-label={`${name}: ${summaryOf(failure)}`}>
      {inChat && (
        <p class="failure-kind" title={text.notLine}>
          <Icon name="alert" />
          {severity === 'error' ? text.failedHere : text.warnedHere}
        </p>
      )}
      <p class="failure-what">
        <strong>{name}</strong> {summaryOf(failure)}
      </p>
      <PlaceButton place={place} openPlace={openPlace} />
      {problems.length > 0 && <ProblemItems problems={problems} openPlace={openPlace} />}
      {frame && <CodeFrame firstLine={frame.firstLine} lines={frame.lines} line={place?.line} />}
      {hint !== undefined && <p class="failure-hint">{hint}</p>}
      {stack.length > 0 && (
        <details>
          <summary>{text.stack}</summary>
          <pre tabIndex={0}>{stack.join('\n')}</pre>
        </details>
      )}
      <div class="failure-buttons">
        {place && openPlace && (
          <button type="button" class="plain" onClick={() => openPlace(place)}>
            <Icon name="code" />
            {text.openEditor}
          </button>
        )}
        <button type="button" class="plain" onClick={() => copy(failureText(failure))}>
          <Icon name="copy" />
          {text.copy}
        </button>
        {inspect && (
          <button type="button" class="plain" onClick={inspect}>
            <Icon name="list" />
            {text.inspect}
          </button>
        )}
      </div>
    </section>
  )
}
