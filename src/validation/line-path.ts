/**
 * Translates between our paths and those in LINE's own answers, which have two forms: the whole path (`messages[0].text`),
 * and, for the inside of Flex, templates and textV2, a pointer below a message that the top text names.
 */
import { dotted, fromPointer, type Segment, segments } from './path.js'
import type { Problem } from './problem.js'

/** A place as LINE writes it. */
export interface LinePath {
  property: string
  /** The top text of the answer; only with the second form. */
  message?: string
}

/**
 * Where LINE would say that a problem is.
 *
 * @example
 * linePath(problem) // { property: 'template/columns/0/actions', message: 'A message (messages[0]) in the request body is invalid' }
 */
export function linePath({
  path,
  docs,
  code,
}: Pick<Problem, 'path'> & Partial<Pick<Problem, 'docs' | 'code'>>): LinePath {
  const all = segments(path)
  const [index, rest] =
    all[0] === 'messages' && typeof all[1] === 'number' ? [all[1], all.slice(2)] : [0, all]
  const [first] = rest
  // That `template` or `contents` is missing is a problem of the message.
  if (code === 'required' && rest.length === 1) return { property: path }
  // In LINE's raw answers, the blank before "in" is a no-break space.
  const message = `A message (messages[${index}])\u00a0in the request body is invalid`
  if (first === 'contents') return { property: `/${rest.slice(1).join('/')}`, message }
  if (first === 'template') return { property: rest.join('/'), message }
  if (docs?.includes('text-message-v2') && (first === 'text' || first === 'substitution'))
    return { property: 'text', message }
  return { property: path }
}

/**
 * Our path for a `details[].property` of LINE's answer.
 *
 * @param property - as LINE wrote it
 * @param message - the top text of the answer, which may name the message
 *
 * @example
 * fromLinePath('/body/contents/0/text', 'A message (messages[1]) in the request body is invalid')
 * // 'messages[1].contents.body.contents[0].text'
 */
export function fromLinePath(property: string, message = ''): string {
  const index = /messages\[(\d+)\]/.exec(message)?.[1]
  const base: Segment[] = index === undefined ? [] : ['messages', Number(index)]
  if (property.startsWith('/')) return dotted([...base, 'contents', ...pointed(property)])
  if (property.includes('/')) return dotted([...base, ...pointed(`/${property}`)])
  const own = segments(property)
  return dotted(own[0] === 'messages' ? own : [...base, ...own])
}

const pointed = (pointer: string): Segment[] =>
  pointer === '/'
    ? []
    : fromPointer(pointer, undefined).map((segment) =>
        /^\d+$/.test(String(segment)) ? Number(segment) : segment,
      )
