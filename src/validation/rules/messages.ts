/** Rules of messages other than templates and Flex, and of several messages together. */
import { MessageList_maxItems, MessageList_minItems } from '../../spec/generated/numbers.js'
import { limits } from '../../spec/limits.js'
import { sendableStickers } from '../../spec/sendable-stickers.js'
import { counted, quoted } from '../names.js'
import type { Finding } from '../problem.js'
import { blankText } from './blank-text.js'
import { isLiff, liffMessage } from './liff.js'
import {
  isJson,
  isNumericId,
  isText,
  isThere,
  type Json,
  type ListRule,
  type Rule,
  type RuleContext,
  typeOf,
} from './rule.js'

/** A request has room for five messages, and only the last one's quick reply is shown. */
export function allMessages(messages: readonly unknown[], context: RuleContext): void {
  const { report, options } = context
  const max = options.maxMessages ?? MessageList_maxItems
  if (messages.length > max)
    report('', {
      code: 'too_many',
      message: `there are ${counted(messages.length)} messages; at most ${counted(max)} fit into one request`,
      limit: max,
      actual: messages.length,
      unit: 'items',
    })
  if (messages.length === 0)
    report('', {
      code: 'empty',
      message: 'there is no message; at least 1 is expected (an empty text does not count)',
      limit: MessageList_minItems,
      actual: 0,
      unit: 'items',
    })
  const last = messages.length - 1
  for (let i = 0; i < last && i < max; i++) {
    const message = messages[i]
    if (isJson(message) && isThere(message['quickReply']))
      report(`[${i}].quickReply`, {
        code: 'ignored',
        severity: 'warning',
        message: `only the quick reply of the last message is shown; move it to message ${counted(messages.length)}`,
      })
  }
}

/** Each LINE emoji of a text takes the place of a `$`, once. */
export const emojis: ListRule = (emojis, { report }, { text }) => {
  if (!isText(text)) return
  const seen = new Set<number>()
  emojis.forEach((emoji, i) => {
    if (!isJson(emoji) || typeof emoji['index'] !== 'number') return
    const { index } = emoji as { index: number }
    const at = `[${i}].index`
    if (text[index] !== '$')
      report(at, {
        code: 'mismatch',
        message: `index ${index} points at ${index < text.length ? quoted(text[index]) : 'nothing'}; it has to point at a $ of the text (counted in UTF-16 code units)`,
        actual: index,
      })
    else if (seen.has(index))
      report(at, {
        code: 'mismatch',
        message: `two emoji point at the same $, index ${index}`,
        actual: index,
      })
    seen.add(index)
  })
}

const keyForm = new RegExp(`^[a-zA-Z0-9_]{1,${limits.textV2.keyLength}}$`)

/** Doubled braces, a key in braces, or a lone brace. */
const braces = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g

/** Placeholders of a textV2 and their substitutions match both ways, and braces come in pairs. */
export const placeholders: Rule = (message, { report }) => {
  const { text } = message
  // Text that is far too long has one problem, not one for each brace.
  if (!isText(text) || text.length > limits.shape.text) return
  const substitution = isJson(message['substitution']) ? message['substitution'] : {}
  const used = new Set<string>()
  for (const part of text.matchAll(braces)) {
    if (part[0] === '{{' || part[0] === '}}') continue
    const key = part[1]
    if (key === undefined)
      report('text', {
        code: 'bad_format',
        message: `text has a lone ${part[0]} at ${part.index}; braces that are meant to be seen are doubled, as ${part[0]}${part[0]}`,
        actual: part.index,
      })
    else if (!keyForm.test(key)) report('text', badKey(key))
    else if (!Object.hasOwn(substitution, key))
      report('text', {
        code: 'mismatch',
        message: `text uses {${key}}, which substitution does not have`,
        actual: key,
        limit: Object.keys(substitution),
      })
    else used.add(key)
  }
  for (const key of Object.keys(substitution)) {
    if (substitution[key] === undefined) continue
    const at = `substitution[${JSON.stringify(key)}]`
    if (!keyForm.test(key)) report(at, badKey(key))
    else if (!used.has(key))
      report(at, {
        code: 'mismatch',
        message: `substitution has ${quoted(key)}, but the text does not use {${key}}`,
        actual: key,
      })
  }
}

const badKey = (key: string): Finding => ({
  code: 'bad_format',
  message: `the key ${quoted(key)} in braces has to be 1 to ${counted(limits.textV2.keyLength)} letters, digits or underscores; braces that are meant to be seen are doubled`,
  actual: key,
  limit: keyForm.source,
})

/** The number of entries of `substitution` is limited, and how often the text uses mentions and emoji. */
export const substitutions: Rule = ({ text, substitution }, { report }) => {
  if (!isJson(substitution)) return
  const used: Record<string, number> = {}
  if (isText(text) && text.length <= limits.shape.text)
    for (const [, key = ''] of text.matchAll(braces)) {
      const value = Object.hasOwn(substitution, key) && substitution[key]
      if (isJson(value)) used[typeOf(value)] = (used[typeOf(value)] ?? 0) + 1
    }
  const check = (what: string, actual = 0, limit: number) => {
    if (actual > limit)
      report('substitution', {
        code: 'too_many',
        message: `${what.replace('#', counted(actual))}; at most ${counted(limit)} are permitted`,
        limit,
        actual,
        unit: 'items',
      })
  }
  const { substitutions: most, mentions, emojis } = limits.textV2
  check('substitution has # entries', Object.keys(substitution).length, most)
  check('the text uses mentions # times', used['mention'], mentions)
  check('the text uses emoji # times', used['emoji'], emojis)
}

/** Bots may send the stickers of certain packages only. A warning, as LINE adds packages now and then. */
export const sticker: Rule = (message, { report }) => {
  const [packageId, stickerId] = [message['packageId'], message['stickerId']].map((id) =>
    isNumericId(id) ? String(id) : id,
  )
  if (!isText(packageId) || !isText(stickerId)) return
  const range = Object.hasOwn(sendableStickers, packageId) ? sendableStickers[packageId] : undefined
  if (!range)
    report('packageId', {
      code: 'unknown_sticker',
      severity: 'warning',
      message: `package ${quoted(packageId)} is not on the list of those that bots may send`,
      limit: Object.keys(sendableStickers),
      actual: packageId,
    })
  else if (Number(stickerId) < range[0] || Number(stickerId) > range[1])
    report('stickerId', {
      code: 'unknown_sticker',
      severity: 'warning',
      message: `package ${packageId} has the stickers ${range[0]} to ${range[1]}`,
      limit: range,
      actual: stickerId,
    })
}

/** What depends on the endpoint and on who receives: mentions, quotes, tracking ids, media in notification messages. */
export const delivery: Rule = (message, { report, options: { endpoint, to } }) => {
  if (isText(message['text'])) blankText(message['text'], report)
  if (isLiff(endpoint)) {
    liffMessage(message, endpoint, report)
    return
  }
  const direct = endpoint === 'reply' || endpoint === 'push'
  const warn = (property: string, broken: boolean, text: string) =>
    report(property, {
      code: 'unsupported',
      severity: broken ? 'error' : 'warning',
      message: text,
      actual: to ?? endpoint,
    })
  if (!direct && isThere(message['quoteToken']))
    warn('quoteToken', endpoint !== undefined, 'quoteToken works in reply and push only')
  if (hasMention(message) && (!direct || to === undefined || to === 'user'))
    warn(
      'substitution',
      (!direct && endpoint !== undefined) || to === 'user',
      'mentions work in reply and push only, and only to groups and rooms',
    )
  // The others go to users only.
  if (isThere(message['trackingId']) && to !== 'user' && (direct || !endpoint || to !== undefined))
    warn('trackingId', to !== undefined, 'trackingId does not work in groups and rooms')
  if (endpoint === 'pnp' && isMedia(message))
    warn(
      'type',
      true,
      'LINE notification messages take no image, video or audio, nor Flex with a video',
    )
}

const hasMention = ({ type, substitution }: Json) =>
  type === 'textV2' &&
  isJson(substitution) &&
  Object.values(substitution).some((value) => isJson(value) && value['type'] === 'mention')

const isMedia = ({ type, contents }: Json) =>
  type === 'image' ||
  type === 'video' ||
  type === 'audio' ||
  (type === 'flex' &&
    isJson(contents) &&
    isJson(contents['hero']) &&
    contents['hero']['type'] === 'video')
