/** Rules of actions, in all places. */
import { labelLimits } from '../../spec/label-limits.js'
import { limits } from '../../spec/limits.js'
import { graphemeFinding } from '../explain.js'
import { called, counted, quoted } from '../names.js'
import type { Finding } from '../problem.js'
import { isJson, isText, isThere, type Json, type Rule, typeOf } from './rule.js'

const names: Record<string, string> = {
  uri: 'a URI',
  datetimepicker: 'a datetime picker',
  cameraRoll: 'a camera roll',
  richmenuswitch: 'a rich menu switch',
}
const named = (action: Json) => {
  const type = typeOf(action)
  if (type === '') return 'the'
  return Object.hasOwn(names, type) ? names[type]! : called(type)
}

/** Whether an action needs a label, and how long it may be, depends on the place of the action. */
export const label: Rule = (action, { report, place }) => {
  const { label } = action
  const { name: where } = labelLimits[place]
  const { required, max } = labelLimits[place].label
  if (!isThere(label)) {
    if (required)
      report('label', {
        code: 'required',
        message: `label is missing; in ${where} ${named(action)} action needs one`,
      })
    return
  }
  if (!isText(label)) return
  if (required && label === '')
    report('label', {
      code: 'empty',
      message: `label is empty; in ${where} ${named(action)} action needs one`,
      limit: 1,
      actual: 0,
      unit: 'graphemes',
    })
  const tooLong = graphemeFinding(label, max)
  if (tooLong)
    report('label', {
      ...tooLong,
      message: `${quoted(label)} is ${tooLong.found}; ${named(action)} label in ${where} has at most ${counted(max)}${tooLong.doubt}`,
    })
}

/** The text of a message action has more room in an imagemap than elsewhere. */
export const messageText: Rule = ({ text }, { report, place }) => {
  if (!isText(text)) return
  const { name: where } = labelLimits[place]
  const { max, unit } = labelLimits[place].messageText
  if (text === '')
    report('text', {
      code: 'empty',
      message: 'text is empty; it is what the tap sends',
      limit: 1,
      actual: 0,
      unit,
    })
  else if (unit === 'utf16') {
    if (text.length > max)
      report('text', {
        code: 'too_long',
        message: `text has ${counted(text.length)} UTF-16 code units; a message action in ${where} has room for ${counted(max)}`,
        limit: max,
        actual: text.length,
        unit,
      })
  } else {
    const tooLong = graphemeFinding(text, max)
    if (tooLong)
      report('text', {
        ...tooLong,
        message: `text has ${tooLong.found}; a message action has room for ${counted(max)}${tooLong.doubt}`,
      })
  }
}

/** A quick reply opens its `uri` everywhere. */
export const altUri: Rule = ({ altUri }, { report, place }) => {
  if (place === 'quickReply' && isJson(altUri) && isText(altUri['desktop']))
    report('altUri', {
      code: 'ignored',
      severity: 'warning',
      message: 'altUri is ignored in quick replies; the uri opens everywhere',
    })
}

/** Properties of a postback that exclude or need each other. */
export const postback: Rule = (
  { text, displayText, fillInText, inputOption },
  { report, place },
) => {
  if (isThere(text)) {
    if (isThere(displayText))
      report('text', {
        code: 'conflict',
        message: 'text and displayText exclude each other; keep displayText',
      })
    if (place === 'quickReply')
      report('text', {
        code: 'misplaced',
        // LINE's reference rules it out, LINE's own Ruby SDK shows it in an example.
        severity: 'warning',
        message: 'text of a postback is not for quick replies; use displayText',
      })
    else
      report('text', {
        code: 'deprecated',
        severity: 'warning',
        message: 'text of a postback is deprecated; use displayText, or a message action',
      })
  }
  if (isThere(fillInText) && inputOption !== 'openKeyboard')
    report('fillInText', {
      code: 'conflict',
      message: "fillInText needs inputOption: 'openKeyboard'",
      actual: inputOption,
      limit: 'openKeyboard',
    })
}

const forms = {
  date: { form: /^\d{4}-\d\d-\d\d$/, example: '2026-08-31' },
  time: { form: /^\d\d:\d\d$/, example: '23:59' },
  datetime: { form: /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d$/, example: '2026-08-31T23:59' },
} as const

/** Dates are real, written in the form of their mode, and in order: min < max, and initial between them. */
export const datetimes: Rule = (action, { report }) => {
  const mode = action['mode']
  if (mode !== 'date' && mode !== 'time' && mode !== 'datetime') return
  const good: Partial<Record<'initial' | 'min' | 'max', string>> = {}
  for (const property of ['initial', 'min', 'max'] as const) {
    const value = action[property]
    if (!isText(value)) continue
    const finding = dateFinding(value, mode)
    if (finding) report(property, finding)
    else good[property] = value.toUpperCase()
  }
  const { initial, min, max } = good
  const order = (property: string, actual: string, message: string) =>
    report(property, { code: 'wrong_order', message, actual })
  if (min !== undefined && max !== undefined && min >= max)
    order('max', max, `max ${quoted(max)} is not later than min ${quoted(min)}`)
  else if (initial !== undefined) {
    if (min !== undefined && initial < min)
      order('initial', initial, `initial ${quoted(initial)} is before min ${quoted(min)}`)
    if (max !== undefined && initial > max)
      order('initial', initial, `initial ${quoted(initial)} is after max ${quoted(max)}`)
  }
}

function dateFinding(value: string, mode: keyof typeof forms): Finding | undefined {
  const { form, example } = forms[mode]
  const bad = (why: string): Finding => ({
    code: 'bad_date',
    message: `${quoted(value)} ${why}`,
    limit: example,
    actual: value,
  })
  if (!form.test(value))
    return bad(`is not written as mode ${mode} wants it, such as ${quoted(example)}`)
  const [date, time] = mode === 'time' ? [undefined, value] : value.split(/T/i)
  if (date !== undefined && !isRealDate(date)) return bad('does not exist in the calendar')
  if (date !== undefined && (date < limits.dates.first || date > limits.dates.last))
    return bad(`is not between ${limits.dates.first} and ${limits.dates.last}`)
  if (time !== undefined && (time.slice(0, 2) > '23' || time.slice(3) > '59'))
    return bad('is not a time of day, which goes from 00:00 to 23:59')
  return undefined
}

function isRealDate(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
