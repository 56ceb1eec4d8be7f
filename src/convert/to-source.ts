/** JSON as the source of a module. */
import { type ConvertOptions, convertToSource } from './source.js'

/**
 * The source of a TSX module that exports a message, a list of messages, a bubble or a part of these as elements.
 *
 * The elements give the JSON again: `render(…, { validate: false })` for messages and lists, `JSON.stringify(…)` for bubbles and other
 * parts. Only the order of keys may differ, and `$schema` at the root is left out. Each element is compiled and compared to make
 * sure. What no component makes, and what LINE would refuse, is written as `raw(…)`, with a comment that names the problem.
 *
 * The body of a request gives its messages; its other fields are exported as `request`.
 *
 * @param json - a value that `JSON.parse` returns
 * @returns the source, in a layout of its own; format it with Prettier if you like
 * @throws {ConvertError} when the value is not JSON or has more parts than any message, or when an option is not permitted
 *
 * @example
 * toTsx({ type: 'text', text: 'Hello' }, { export: 'Hello' })
 * // import { Text } from 'fukidashi'
 * //
 * // export const Hello = <Text>Hello</Text>
 */
export const toTsx = (json: unknown, options: ConvertOptions = {}): string =>
  convertToSource(json, 'tsx', options).code

/**
 * Like {@link toTsx}, with builders instead of JSX.
 *
 * @throws {ConvertError} when the value is not JSON or has more parts than any message, or when an option is not permitted
 *
 * @example
 * toBuilders({ type: 'text', text: 'Hello' })
 * // import { text } from 'fukidashi/builders'
 * //
 * // export default text('Hello')
 */
export const toBuilders = (json: unknown, options: ConvertOptions = {}): string =>
  convertToSource(json, 'builders', options).code
