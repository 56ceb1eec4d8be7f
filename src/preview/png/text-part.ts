/** Converts texts to parts: paragraphs of inline runs. */
import type { Run, Style, TextNode } from '../tree.js'
import { type Forms, hanOf, hasWesternMarks, marks } from './fonts/book.js'
import type { Pictures } from './pictures.js'
import type { Size } from './raster.js'
import { breakable } from './segment.js'
import type { Part, PartStyle } from './takumi.js'

export interface TextSetting {
  readonly pictures: Pictures
  /** Whether Chinese characters have Japanese or Chinese glyphs if the text does not show it. */
  readonly han: 'ja' | 'zh'
  readonly stack: (forms: Forms) => string
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
  // Letters with long strokes are higher than their line.
  overflowX: 'clip',
}

/** Text that can be drawn: lone surrogates become question marks, and control characters are removed. */
export const drawable = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '?').replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '')

function said(text: string, wrap: boolean, setting: TextSetting): string {
  let letters = drawable(text)
  if (setting.missing.size > 0)
    letters = Array.from(letters, (one) => (setting.missing.has(one) ? '' : one)).join('')
  return wrap ? breakable(letters) : letters
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
    if (value !== undefined) target[property] = value
  }
}

function runParts(
  run: Run,
  node: TextNode,
  size: number,
  setting: TextSetting,
  western: boolean,
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
  if (run.text !== '') {
    const text = said(run.text, node.wrap, setting)
    if (western)
      text.split(marks).forEach((piece, index) => {
        if (piece === '') return
        const isMark = index % 2 === 1
        // The other font must not make the line higher.
        const own = isMark
          ? { ...style, fontFamily: setting.stack('western'), lineHeight: 0 }
          : style
        parts.push({ type: 'text', style: own, text: piece })
      })
    else parts.push({ type: 'text', style, text })
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

/** A paragraph. */
export function textPart(node: TextNode, setting: TextSetting): Part {
  const style: PartStyle = { ...base }
  assign(style, node.style)
  delete style['textDecoration']
  const size = setting.sizes.get(node) ?? node.style.fontSize ?? 16
  style['fontSize'] = size
  style['whiteSpace'] = node.spaces ? 'pre-wrap' : node.wrap ? 'pre-line' : 'nowrap'
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
  if (han && han !== setting.han) style['fontFamily'] = setting.stack(han)
  const western = hasWesternMarks(letters)
  const children = node.runs.flatMap((run) => runParts(run, node, size, setting, western))
  const last = children.at(-1)
  // As in a browser, a line break at the end of a text does not start a new line.
  if (last?.type === 'text') last.text = last.text.replace(/(?!^)\n$/, '')
  return { type: 'container', style, children }
}
