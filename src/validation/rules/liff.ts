/** What LIFF does not send. */
import { liffMessages } from '../../spec/liff.js'
import { either } from '../names.js'
import { isJson, isThere, type Json, type RuleContext, typeOf } from './rule.js'

export type LiffEndpoint = keyof typeof liffMessages

export const isLiff = (endpoint: string | undefined): endpoint is LiffEndpoint =>
  endpoint !== undefined && Object.hasOwn(liffMessages, endpoint)

/** Reports a message that LIFF does not send, or else its parts that LIFF does not take. */
export function liffMessage(
  message: Json,
  endpoint: LiffEndpoint,
  report: RuleContext['report'],
): void {
  const refuse = (property: string, text: string) =>
    report(property, {
      code: 'unsupported',
      message: `${endpoint} ${text}`,
      limit: liffMessages[endpoint],
      actual: endpoint,
    })
  const types: readonly string[] = liffMessages[endpoint]
  const type = typeOf(message)
  if (!types.includes(type)) {
    if (type !== '') refuse('type', `does not send ${type}; it sends ${either(types)}`)
    return
  }
  for (const property of ['emojis', 'quoteToken', 'trackingId'])
    if (isThere(message[property])) refuse(property, `does not take ${property}; leave it out`)
  for (const property of ['template', 'contents'])
    eachAction(message[property], property, (action, path) => {
      if (typeOf(action) !== 'uri')
        refuse(`${path}.type`, 'takes only URI actions in templates and Flex messages')
    })
}

const holders = ['action', 'defaultAction', 'actions']

/** Calls back with each action in a template or Flex container. */
function eachAction(part: unknown, path: string, use: (action: Json, path: string) => void): void {
  if (typeof part !== 'object' || part === null) return
  const isList = Array.isArray(part)
  for (const [name, value] of Object.entries(part)) {
    const place = isList ? `${path}[${name}]` : `${path}.${name}`
    if (!isList && holders.includes(name)) {
      if (isJson(value)) use(value, place)
      else if (Array.isArray(value))
        value.forEach((each, i) => isJson(each) && use(each, `${place}[${i}]`))
    } else eachAction(value, place, use)
  }
}
