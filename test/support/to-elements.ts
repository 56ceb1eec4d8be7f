/** JSON → the elements that a person would write for it, so that whatever is known of JSON can be tried with elements too. */
import { type ConvertAs, Converter, type Style } from '../../src/convert/converter.ts'
import { type AnyKind, isRequestKind } from './validate-any.ts'

/** True if there are elements for values of a kind. */
export const convertsAs = (as: AnyKind): as is ConvertAs => as !== 'template' && !isRequestKind(as)

/** The elements of a value; undefined where there is no element for it. */
export function elementsIn(style: Style): (value: unknown, as: AnyKind) => unknown {
  const converter = new Converter(style)
  return (value, as) => (convertsAs(as) ? converter.convert(value, as) : undefined)
}
