/** Converts texts to parts: paragraphs of inline runs. */
import { type Han, hanOf } from '../han.js'
import type { Run, Style, TextNode } from '../tree.js'
import { type Forms, hasWesternMarks, type Latin, marks } from './fonts/book.js'
import type { Pictures } from './pictures.js'
import type { Size } from './raster.js'
import { breakable, type Stretch } from './segment.js'
import type { Part, PartStyle } from './takumi.js'

export interface TextSetting {
  /** Pixels of the picture for a pixel of the phone. */
  readonly scale: number
  readonly pictures: Pictures
  /** Whether Chinese characters have Japanese or Chinese glyphs if the text does not show it. */
  readonly han: Han
  readonly stack: (forms: Forms, latin: Latin) => string
  /** Characters that no font has. They are left out. */
  readonly missing: ReadonlySet<string>
  /** Font sizes of texts that shrink to fit. */
  readonly sizes: ReadonlyMap<TextNode, number>
}

const base: PartStyle = {
  display: 'block',
  flexShrink: 0,
  position: 'relative',
  boxSizing: 'border-box',
  minWidth: 0,
  borderWidth: 0,
  maxWidth: '100%',
}

/**
 * Blanks that fonts may lack, or draw as a box, as no-break spaces of about the same width: the blank of Braille, which people use to
 * fill space, the fillers of Hangul, and the blank of Ogham.
 */
const blanks: Readonly<Record<string, number>> = {
  '\u2800': 3,
  '\u3164': 4,
  '\uFFA0': 4,
  '\u115F': 4,
  '\u1160': 4,
  '\u1680': 2,
}
const blank = new RegExp(`[${Object.keys(blanks).join('')}]`, 'g')

/** Text that can be drawn: lone surrogates become question marks, control characters are removed, and blanks become spaces. */
export const drawable = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '?')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '')
    .replace(blank, (one) => '\u00A0'.repeat(blanks[one]!))

/** The text of a run as it is drawn, before the text of the next run. */
function said(text: string, next: string, wrap: boolean, { missing }: TextSetting): Stretch[] {
  let letters = drawable(text)
  if (missing.size > 0)
    letters = Array.from(letters, (one) => (missing.has(one) ? '' : one)).join('')
  return wrap ? breakable(letters, next) : [{ text: letters, isSeam: false }]
}

/** An image with a shorter side is invisible. In pixels. */
export const minVisibleSide = 0.25

/** The shorter side of an image that is fitted into a frame, in the unit of the frame. */
function thinnest(place: Size, picture: Size): number {
  const scale = Math.min(place.width / picture.width, place.height / picture.height)
  return Math.min(picture.width, picture.height) * scale
}

function assign(target: PartStyle, style: Style | undefined): void {
  for (const property in style) {
    const value = style[property as keyof Style]
    if (value !== undefined && property !== 'fontFamily') target[property] = value
  }
}

function runParts(
  run: Run,
  next: string,
  node: TextNode,
  size: number,
  setting: TextSetting,
  western: boolean,
  latin: Latin,
): Part[] {
  const parts: Part[] = []
  const style: PartStyle = { display: 'inline' }
  assign(style, run.style)
  if (run.style && node.lineSpacing > 0)
    style['lineHeight'] =
      `${(run.style.fontSize ?? size) * (node.style.lineHeight ?? 1.4) + node.lineSpacing}px`
  // A decoration of the paragraph applies to all of its runs.
  if (style['textDecoration'] === undefined && node.style.textDecoration !== undefined)
    style['textDecoration'] = node.style.textDecoration
  const stretches = run.text === '' ? [] : said(run.text, next, node.wrap, setting)
  for (const { text, isSeam } of stretches) {
    const own = isSeam ? { ...style, whiteSpace: 'nowrap' } : style
    if (!western) {
      parts.push({ type: 'text', style: own, text })
      continue
    }
    // The other font must not make the line higher.
    const other = { ...own, fontFamily: setting.stack('western', latin), lineHeight: 0 }
    text.split(marks).forEach((piece, index) => {
      if (piece !== '') parts.push({ type: 'text', style: index % 2 ? other : own, text: piece })
    })
  }
  const { image } = run
  if (!image) return parts
  const glyph: PartStyle = {
    display: 'inline-block',
    width: `${image.width}em`,
    height: `${image.height}em`,
    verticalAlign: `${-image.drop}em`,
  }
  const picture = image.url === undefined ? undefined : setting.pictures.get(image.url)
  const em = run.style?.fontSize ?? size
  parts.push(
    picture && thinnest(image, picture) * em >= minVisibleSide
      ? { type: 'image', src: picture.src, style: { ...glyph, objectFit: 'contain' } }
      : { type: 'container', style: { ...glyph, backgroundColor: '#d3d9e1' }, children: [] },
  )
  return parts
}

/**
 * What is cut off: letters with long strokes are higher than their line, and stay whole. Below a scale of 1, Takumi takes fifty times as
 * long to cut in one direction only; wrapped text then stays as it is.
 */
const clipOf = ({ wrap }: TextNode, { scale }: TextSetting): PartStyle =>
  scale >= 1 ? { overflowX: 'clip' } : wrap ? {} : { overflow: 'clip' }

/** A paragraph. */
export function textPart(node: TextNode, setting: TextSetting, around: Latin): Part {
  const latin = node.style.fontFamily ?? around
  const style: PartStyle = { ...base, ...clipOf(node, setting) }
  assign(style, node.style)
  delete style['textDecoration']
  const size = setting.sizes.get(node) ?? node.style.fontSize ?? 16
  style['fontSize'] = size
  style['whiteSpace'] = node.wrap ? 'pre-wrap' : 'pre'
  if (node.wrap) style['overflowWrap'] = 'break-word'
  if (!node.wrap || node.maxLines > 0) style['textOverflow'] = 'ellipsis'
  if (node.wrap && node.maxLines > 0) {
    style['lineClamp'] = node.maxLines
    style['overflow'] = 'clip'
  }
  if (node.lineSpacing > 0) {
    style['lineHeight'] = `${size * (node.style.lineHeight ?? 1.4) + node.lineSpacing}px`
    style['marginTop'] = style['marginBottom'] = -node.lineSpacing / 2
  }
  const letters = node.runs.map(({ text }) => text).join('')
  const han = hanOf(letters)
  if ((han && han !== setting.han) || latin !== undefined)
    style['fontFamily'] = setting.stack(han ?? setting.han, latin)
  const western = hasWesternMarks(letters)
  const children = node.runs.flatMap((run, index) =>
    runParts(run, node.runs[index + 1]?.text ?? '', node, size, setting, western, latin),
  )
  const last = children.at(-1)
  // As in a browser, a line break at the end of a text does not start a new line.
  if (last?.type === 'text') last.text = last.text.replace(/(?!^)\n$/, '')
  return { type: 'container', style, children }
}
