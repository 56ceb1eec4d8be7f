/** A warning for a whole text that readers cannot see. */
import { isBlank } from '../../spec/blank.js'
import type { RuleContext } from './rule.js'

/** Warns of a text that is only blanks. */
export function blankText(text: string, report: RuleContext['report'], property = 'text'): void {
  // Most texts begin with a letter.
  if (text.charCodeAt(0) <= 32 && isBlank(text))
    report(property, {
      code: 'empty',
      severity: 'warning',
      message: `${property === 'text' ? 'text is' : 'its spans are'} only blanks, so there is nothing to read`,
      actual: text,
    })
}
