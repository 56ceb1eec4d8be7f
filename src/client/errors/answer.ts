/** Reads the body of a refusal. */
import { isObject, isRecord } from '../../common/json.js'
import type { ErrorDetail, SentMessage } from '../../spec/api/index.js'

/** Content of the body of a refusal. */
export interface Refusal {
  message: string
  details: { message: string; property?: string }[]
  sentMessages: SentMessage[] | undefined
}

/** Reads LINE's `{ message, details }`, OAuth's `{ error, error_description }`, and anything else as text. */
export function readRefusal(text: string): Refusal {
  const body = parsed(text)
  const detail = ({ message, property }: ErrorDetail) => ({
    message: typeof message === 'string' ? message : '',
    ...(typeof property === 'string' && property !== '' ? { property } : {}),
  })
  const isDetail = (one: unknown): one is ErrorDetail => isObject(one)
  const { message, details, error, error_description: description, sentMessages } = body
  const words = [message, error, description].filter(
    (word): word is string => typeof word === 'string' && word !== '',
  )
  return {
    message: words.length > 0 ? words.join(': ') : plain(text),
    details: Array.isArray(details) ? details.filter(isDetail).map(detail) : [],
    sentMessages: Array.isArray(sentMessages) ? (sentMessages as SentMessage[]) : undefined,
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

/** The text of an HTML page of a proxy. Linear for every page. */
function plain(text: string): string {
  if (text.trimStart().startsWith('{')) return ''
  let words = ''
  let at = 0
  while (at < text.length && words.length < enough) {
    const open = text.indexOf('<', at)
    const close = open === -1 ? -1 : text.indexOf('>', open)
    words += `${text.slice(at, close === -1 ? text.length : open)} `
    if (close === -1) break
    at = close + 1
  }
  return words.replace(/\s+/g, ' ').trim()
}

/** Characters of a page that are read; an error shows far fewer, after secrets were removed. */
const enough = 10_000
