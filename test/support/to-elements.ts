/** JSON → the elements that a person would write for it, so that whatever is known of JSON can be tried with elements too. */
import type { ValidateAs } from 'fukidashi'
import { type ConvertAs, Converter, type Style } from '../../src/convert/converter.ts'

const without: readonly ValidateAs[] = [
  'template',
  'rich-menu-alias',
  'rich-menu-alias-update',
  'rich-menu-batch',
  'rich-menu-bulk-link',
  'rich-menu-bulk-unlink',
  'recipient',
  'demographic',
  'filter',
  'limit',
  'coupon',
]

/** Whether there are elements for what is validated so. */
export const convertsAs = (as: ValidateAs): as is ConvertAs => !without.includes(as)

/** The elements of a value; undefined where nobody would write an element for it. */
export function elementsIn(style: Style): (value: unknown, as: ValidateAs) => unknown {
  const converter = new Converter(style)
  return (value, as) => (convertsAs(as) ? converter.convert(value, as) : undefined)
}
