/**
 * Checks messages like LINE: a generic validator lists all that is wrong with arrays, lengths and types. If it finds nothing, the
 * validators of Flex, templates and textV2 report the first invalid message.
 */
import type { ErrorDetail } from '../../spec/api/index.js'
import type { Message } from '../../spec/index.js'
import { linePath, type Problem, validate, type ValidateOptions } from '../../validation/index.js'
import { type Refusal, refusal } from './answer.js'
import type { Call } from './call.js'
import { sentences } from './sentences.js'
import {
  type Cause,
  generic,
  isVideoInCarousel,
  lacksLabel,
  lacksText,
  specific,
} from './wording.js'

/**
 * Returns the messages if they have no error. Warnings never refuse them.
 * @throws {Refusal} in LINE's words
 */
export function checkMessages(
  call: Call,
  messages: unknown,
  options: Pick<ValidateOptions, 'endpoint' | 'to'>,
): Message[] {
  if (messages === undefined || messages === null)
    throw detailsRefusal([{ message: sentences.mayNotBeEmpty, property: 'messages' }])
  if (!Array.isArray(messages)) throw refusal(400, sentences.invalidProperty("'messages'"))
  const problems = validate(messages, options)
  call.problems = problems
  refuseErrors(problems)
  return messages as Message[]
}

/**
 * Refuses a request if its problems have an error: this is the only reason, for every kind of value.
 * @throws {Refusal} in LINE's words
 */
export function refuseErrors(problems: readonly Problem[], worded = refusalOf): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw worded(errors)
}

/** LINE's refusal of wrong messages, in one of its two formats. */
export function refusalOf(errors: readonly Cause[]): Refusal {
  const placed = errors.map((problem) => ({ problem, ...linePath(problem) }))
  const plain = placed.filter(({ message }) => message === undefined)
  const unreadable = plain.find(({ problem }) => problem.code === 'wrong_type')
  if (unreadable) return refusal(400, sentences.invalidProperty(`'${unreadable.property}'`))
  if (plain.length > 0)
    return detailsRefusal(
      plain.flatMap(({ problem, property }) =>
        details(generic(problem), placeOf(problem, property)),
      ),
    )
  const { message } = placed[0]!
  return refusal(
    400,
    message!,
    placed
      .filter((one) => one.message === message)
      .flatMap(({ problem, property }) => details(specific(problem), placeOf(problem, property))),
  )
}

const details = (messages: readonly string[], property: string): ErrorDetail[] =>
  messages.map((message) => ({ message, property }))

/** LINE names the object around: the action if its label or dates are wrong, the carousel that contains a video. */
function placeOf(problem: Cause, property: string): string {
  const { code } = problem
  if (code === 'bad_date' || code === 'wrong_order')
    return property.replace(/[./](?:initial|min|max)$/, '')
  if (lacksText(problem)) return property.replace(/\/text$/, '')
  if (lacksLabel(problem)) return property.replace(/[./]label$/, '')
  return isVideoInCarousel(problem) ? '/contents' : property
}

/** The format that counts its details. */
export const detailsRefusal = (list: readonly ErrorDetail[], status = 400): Refusal =>
  refusal(status, sentences.bodyErrors(list.length), list)

/** A refusal with one detail. */
export const oneError = (message: string, property: string, status = 400): Refusal =>
  detailsRefusal([{ message, property }], status)
