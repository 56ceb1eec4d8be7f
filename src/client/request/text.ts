import { loneSurrogate } from '../../common/surrogates.js'
import { LineArgumentError } from '../errors/argument-error.js'

/**
 * Refuses a text that no address, form or file can hold: half of an emoji, as `slice` cuts it.
 * @throws {LineArgumentError} `parameter_invalid`
 */
export function checkText(name: string, text: string): void {
  if (loneSurrogate.test(text))
    throw new LineArgumentError(
      'parameter_invalid',
      `${name} has half of a character (a lone surrogate), which cannot be sent. Was an emoji cut in two?`,
    )
}
