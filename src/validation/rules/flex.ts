/** Rules of Flex messages: what types and single properties cannot say. */
import { utf8Bytes } from '../../spec/counting.js'
import { limits } from '../../spec/limits.js'
import { unreadable } from '../../spec/shape.js'
import { docsOf } from '../definitions.js'
import { meta } from '../generated/meta.js'
import { counted, either, quoted } from '../names.js'
import { blankText } from './blank-text.js'
import {
  isJson,
  isText,
  type Json,
  listOf,
  type ListRule,
  type PartRule,
  type Rule,
  type RuleContext,
} from './rule.js'

/** A bubble has at least one block. */
export const someBlock: Rule = ({ type, header, hero, body, footer }, { report }) => {
  if (type !== 'bubble') return
  if ((header ?? hero ?? body ?? footer) === undefined)
    report('', {
      code: 'empty',
      message: 'the bubble has no block; it needs a header, hero, body or footer',
      limit: 1,
      actual: 0,
      unit: 'items',
    })
}

/** Videos are permitted only in single bubbles of certain sizes. */
export const videoHero: Rule = ({ hero, size }, { report }) => {
  if (!isJson(hero) || hero['type'] !== 'video') return
  const sizes: readonly unknown[] = limits.videoBubbleSizes
  if (size !== undefined && !sizes.includes(size))
    report('size', {
      code: 'misplaced',
      message: `a bubble with a video is ${either(limits.videoBubbleSizes)}, not ${quoted(size)}`,
      limit: limits.videoBubbleSizes,
      actual: size,
    })
}

const blocks = ['header', 'hero', 'body', 'footer'] as const

/** The first block of a bubble has no separator above it, and none of its parts may be positioned absolutely. */
export const firstBlock: Rule = (bubble, { report }) => {
  const { styles } = bubble
  if (!isJson(styles)) return
  const first = blocks.find((block) => bubble[block] !== undefined)
  const style = first && styles[first]
  if (isJson(style) && style['separator'] === true)
    report(`styles.${first!}.separator`, {
      code: 'ignored',
      severity: 'warning',
      message: `${first!} is the first block, and has no separator`,
    })
}

/** The first component of a block is not positioned absolutely. */
export const firstComponent: Rule = ({ contents }, { report }) => {
  const first = listOf(contents)[0]
  if (isJson(first) && first['position'] === 'absolute')
    report('contents[0].position', {
      code: 'misplaced',
      severity: 'warning',
      message:
        "the first component of a block is not to be absolute; put it after another one, or use 'relative'",
    })
}

/** All bubbles of a carousel have one size. */
export const oneSize: ListRule = (bubbles, { report }) => {
  const sizes = bubbles.map((bubble) => isJson(bubble) && (bubble['size'] ?? 'mega'))
  const [limit] = sizes
  sizes.forEach((actual, i) => {
    if (limit !== false && actual !== false && actual !== limit)
      report(`[${i}].size`, {
        code: 'inconsistent',
        message: `bubble ${i + 1} is ${quoted(actual)} and the first is ${quoted(limit)}; all bubbles of a carousel have one size`,
        limit,
        actual,
      })
  })
}

/** A carousel holds no video. */
export const noVideo: Rule = ({ hero }, { report }) => {
  if (isJson(hero) && hero['type'] === 'video')
    report('hero', {
      code: 'misplaced',
      message: 'a video cannot be in a carousel, only in a single bubble',
    })
}

const withoutEffect = ['gravity', 'offsetBottom'] as const

/** Contents of a box, by its layout: a baseline box takes few components, and only such a box takes icons. */
export const inBox: PartRule = (child, { report }, { layout }) => {
  const { type } = child
  if (layout !== 'baseline') {
    if (type === 'icon')
      report('', {
        code: 'misplaced',
        message: `an icon can only be in a baseline box, and this box is ${quoted(layout)}`,
        actual: type,
      })
    return
  }
  if (type === 'box' || type === 'button' || type === 'image' || type === 'separator') {
    report('', {
      code: 'misplaced',
      message: `${quoted(type)} cannot be in a baseline box, which takes text, icon and filler`,
      actual: type,
      limit: ['text', 'icon', 'filler'],
    })
    return
  }
  for (let i = 0; i < withoutEffect.length; i++) {
    const property = withoutEffect[i]!
    if (child[property] !== undefined)
      report(property, {
        code: 'ignored',
        severity: 'warning',
        message: `${property} has no effect in a baseline box`,
      })
  }
}

/** A text says something, by itself or by spans. */
export const someText: Rule = (component, { report }) => {
  const { text, contents } = component
  // As nearly all texts are; `indexOf` is several times faster than `includes`.
  if (
    contents === undefined &&
    isText(text) &&
    text.charCodeAt(0) > 32 &&
    text.indexOf('\n') === -1
  )
    return
  const { wrap } = component
  const spans = listOf(contents)
  if (spans.length > 0) blankText(spans.map(spanText).join(''), report, 'contents')
  else if (isText(text)) blankText(text, report)
  if ((text === undefined || text === '') && spans.length === 0)
    report('text', {
      code: text === '' ? 'empty' : 'required',
      message: `text is ${text === '' ? 'empty' : 'missing'}; a Flex text has text or spans`,
      ...(text === '' ? { limit: 1, actual: 0 } : { limit: ['text', 'contents'] }),
    })
  if (wrap !== true && isText(text) && text.includes('\n'))
    report('text', {
      code: 'ignored',
      severity: 'warning',
      message: 'line breaks count only with wrap: true',
    })
}

const spanText = (span: unknown) => (isJson(span) && isText(span['text']) ? span['text'] : '')

/** The ratio that was right last: most pictures of a message have one. */
let rightRatio: unknown

/** A picture is at most three times as high as wide. */
export const aspectRatio: Rule = ({ aspectRatio }, { report }) => {
  if (aspectRatio === rightRatio) return
  // Validators report what is not written as a ratio at all.
  const parts = isText(aspectRatio) ? /^([\d.]+):([\d.]+)$/.exec(aspectRatio) : undefined
  const [, width = NaN, height = NaN] = (parts ?? []).map(Number)
  const { min, max, maxHeightToWidth } = limits.aspectRatio
  if (Math.min(width, height) < min || Math.max(width, height) > max)
    report('aspectRatio', {
      code: 'bad_ratio',
      message: `each number of ${quoted(aspectRatio)} has to be ${counted(min)} to ${counted(max)}`,
      limit: [min, max],
      actual: aspectRatio,
    })
  else if (height > width * maxHeightToWidth)
    report('aspectRatio', {
      code: 'bad_ratio',
      message: `${quoted(aspectRatio)} is too high; the height is at most ${counted(maxHeightToWidth)} times the width`,
      limit: maxHeightToWidth,
      actual: height / width,
    })
  else if (width) rightRatio = aspectRatio
}

/** `filler` is deprecated. */
export const filler: Rule = (_value, { report }) =>
  report('', {
    code: 'deprecated',
    severity: 'warning',
    message: 'filler is deprecated; use paddings, margins or flex',
  })

/** A container's JSON has room for so many bytes. LINE does not say whether a KB has 1,000 or 1,024: between them it is a warning. */
export const size: Rule = (container, context) => {
  const { report } = context
  const type = container['type'] === 'carousel' ? 'carousel' : 'bubble'
  const kilobytes = limits.flexKilobytes[type]
  if (context.fits(container, kilobytes * 1000)) return
  const json = jsonOf(container, report)
  if (json === undefined) return
  const actual = utf8Bytes(json)
  if (actual <= kilobytes * 1000) return
  const over = actual > kilobytes * 1024
  report('', {
    code: 'too_many_bytes',
    severity: over ? 'error' : 'warning',
    message: `the JSON of the ${type} has ${counted(actual)} bytes; at most ${counted(kilobytes * (over ? 1024 : 1000))} are permitted${over ? '' : `, or ${counted(kilobytes * 1024)}, which LINE leaves open`}`,
    limit: kilobytes * (over ? 1024 : 1000),
    actual,
    unit: 'bytes',
  })
}

/** The container as it would be sent; undefined, and said, when it holds what is no JSON. */
function jsonOf(container: Json, report: RuleContext['report']): string | undefined {
  try {
    return JSON.stringify(container)
  } catch (error) {
    report('', { code: 'unreadable', message: unreadable(error) })
    return undefined
  }
}

/** Counts an animated image. */
export const animated: Rule = (image, context) => {
  if (image['animated'] === true) context.animated++
}

/** A message has a limited number of animated images. */
export const animatedImages: Rule = (_message, context) => {
  const { animated, report } = context
  context.animated = 0
  if (animated > limits.animatedImages)
    report('', {
      code: 'too_many',
      docs: docsOf(meta, 'FlexImage'),
      message: `the message has ${counted(animated)} animated images; at most ${counted(limits.animatedImages)} are permitted`,
      limit: limits.animatedImages,
      actual: animated,
      unit: 'items',
    })
}
