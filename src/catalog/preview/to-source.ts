/** JSON as source, for the panels and for JSON that is pasted. */
import { convertToSource } from '../../convert/source.js'
import type { SourceAnswer, SourceRequest } from './view.js'

/** @throws {ConvertError} */
export function toSource({ json, target }: SourceRequest): SourceAnswer {
  const { code, problems } = convertToSource(json, target)
  return { code, problems: [...problems] }
}
