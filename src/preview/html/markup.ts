/** The tree as HTML elements. None of them can run scripts, submit data, or load anything except images. */
import type { BoxNode, ImageNode, Run, Style, TextNode, TreeNode } from '../tree.js'
import type { Tap } from '../tap.js'
import { linkAddress, markBreaks } from '../url.js'
import { type Han, hanOf } from '../han.js'
import { css } from './css.js'
import { escape } from '../../common/escape-html.js'

/** Languages of texts with Chinese characters, as attributes. */
const languages: Readonly<Record<Han, string>> = { ja: 'ja', zh: 'zh-Hant' }

const languageOf = (han: Han | undefined): string => (han ? ` lang="${languages[han]}"` : '')

interface MarkupOptions {
  readonly prefix: string
  /** The language of Chinese characters in texts that do not show it. */
  readonly han: Han | undefined
  readonly open: boolean
}

/** The context in which an element is written. */
interface Writer extends MarkupOptions {
  /** Whether an `a` element is open: links cannot be nested. */
  linked: boolean
}

const mayHoldTaps = (node: BoxNode): boolean => node.children.some(holdsTap)

function holdsTap(node: TreeNode): boolean {
  if (node.tap) return true
  if (node.kind === 'text') return node.runs.some((run) => run.tap)
  return node.kind === 'box' && mayHoldTaps(node)
}

const attribute = (name: string, value: string): string =>
  value === '' ? '' : ` ${name}="${escape(value)}"`

/** The URL of a tap, if links are on and the URL is permitted. */
const target = (tap: Tap | undefined, writer: Writer): string | undefined =>
  tap?.action.type === 'uri' && writer.open && !writer.linked
    ? linkAddress(tap.action['uri'])
    : undefined

/** Attributes of an element that can be tapped: the action for the page, and the role and label for assistive technology. */
function tapping(tap: Tap, role: boolean): string {
  const action = ` data-action="${escape(JSON.stringify(tap.action))}"`
  return role ? `${action} role="button" tabindex="0"${attribute('aria-label', tap.label)}` : action
}

const relations = ' target="_blank" rel="noopener noreferrer"'

/** Opening and closing tag around an element that can be tapped. */
function element(
  tap: Tap | undefined,
  tag: 'div' | 'span',
  attributes: string,
  writer: Writer,
  inside: () => string,
  nested = false,
): string {
  if (!tap) return `<${tag}${attributes}>${inside()}</${tag}>`
  // If such elements are nested, the inner one is the link or button; the outer one only has its action.
  const href = nested ? undefined : target(tap, writer)
  if (href === undefined)
    return `<${tag}${attributes}${tapping(tap, !nested && !writer.linked)}>${inside()}</${tag}>`
  writer.linked = true
  const html = `<a href="${escape(href)}"${relations}${attributes}${tapping(tap, false)}${attribute('aria-label', tap.label)}>${inside()}</a>`
  writer.linked = false
  return html
}

/** A separate button for the keyboard, next to the inner ones, because buttons cannot be nested. */
const keyboard = (tap: Tap, writer: Writer): string =>
  `<div class="${writer.prefix}-key"${tapping(tap, true)}></div>`

function classes(node: TreeNode, kind: string, writer: Writer): string {
  const { prefix } = writer
  const role = node.role === undefined ? '' : ` ${prefix}-${node.role}`
  return ` class="${prefix}-${kind}${role}"`
}

function styled(style: Style, more = ''): string {
  const declarations = css(style) + more
  return declarations === '' ? '' : ` style="${declarations}"`
}

function writeBox(node: BoxNode, writer: Writer): string {
  const more = node.measures ? 'container-type:inline-size;' : ''
  const scroll = node.scrolls ? ` data-scrolls` : ''
  const language = node.role === 'root' ? languageOf(writer.han) : ''
  const attributes = classes(node, 'box', writer) + language + styled(node.style, more) + scroll
  const nested = node.tap !== undefined && mayHoldTaps(node)
  return element(
    node.tap,
    'div',
    attributes,
    writer,
    () => {
      let html = nested && node.tap && !writer.linked ? keyboard(node.tap, writer) : ''
      for (const child of node.children) html += write(child, writer)
      return html
    },
    nested,
  )
}

/** A break opportunity that is not copied with the text. */
const opportunity = '<wbr>'

function writeRun(run: Run, node: TextNode, writer: Writer): string {
  const { image, style } = run
  const { lineSpacing: spacing } = node
  const { fontSize: size = 16, lineHeight: height = 1.4 } = node.style
  let inside = escape(run.text)
  if (node.wrap) inside = markBreaks(inside, opportunity)
  if (image) {
    const box = `width:${image.width}em;height:${image.height}em;vertical-align:${-image.drop}em`
    const shown = ` class="${writer.prefix}-glyph" style="${box}"`
    inside += image.url
      ? `<img${shown} alt="${escape(image.alt)}" src="${escape(image.url)}" loading="lazy" referrerpolicy="no-referrer">`
      : `<span${shown} role="img" aria-label="${escape(image.alt)}"></span>`
  }
  // A span has the line height of its own font size, so the line spacing must be repeated.
  const own = style?.fontSize ?? size
  const line = style && spacing > 0 ? `line-height:${own * height + spacing}px;` : ''
  const attributes = style ? styled(style, line) : ''
  return run.tap || attributes ? element(run.tap, 'span', attributes, writer, () => inside) : inside
}

/** Layout styles of a text that are not in its own style. */
function paragraph(node: TextNode): string {
  const size = node.style.fontSize ?? 16
  let more = ''
  if (node.wrap && node.maxLines > 0) more += `-webkit-line-clamp:${node.maxLines};`
  if (node.lineSpacing > 0) {
    // CSS puts half of the spacing above each line and half below; margins remove it above the first and below the last.
    const half = node.lineSpacing / 2
    more += `line-height:${size * (node.style.lineHeight ?? 1.4) + node.lineSpacing}px;margin-top:${-half}px;margin-bottom:${-half}px;`
  }
  if (node.fit !== undefined)
    more += `font-size:min(${size}px,calc(100cqw / ${Math.ceil(node.fit * 100) / 100}));`
  return more
}

function writeText(node: TextNode, writer: Writer): string {
  const kind = !node.wrap ? 'line' : node.maxLines > 0 ? 'clamp' : 'text'
  const own = hanOf(node.runs.map(({ text }) => text).join(''))
  const language = own === writer.han ? '' : languageOf(own)
  const attributes = classes(node, kind, writer) + language + styled(node.style, paragraph(node))
  return element(node.tap, 'div', attributes, writer, () => {
    let html = ''
    for (const run of node.runs) html += writeRun(run, node, writer)
    return html
  })
}

/** A URL in `url("")`: characters that could end it are percent-encoded, which does not change the URL's meaning. */
const quoted = (url: string): string =>
  url.replace(/["'()\\\s]/g, (character) => encodeURIComponent(character).replace("'", '%27'))

/**
 * An image without a placeholder text, such as an icon, becomes a background: if it is missing, what is behind it is visible.
 * All others are elements. Their placeholder is drawn by a pseudo-element, which browsers only show if the image could not be
 * loaded.
 */
function writeImage(node: ImageNode, writer: Writer): string {
  if (node.natural) return writeNatural(node, writer)
  const { aspectRatio, ...style } = node.style
  const { url } = node
  const ratio = aspectRatio === undefined ? '' : `aspect-ratio:${aspectRatio};`
  const fit = node.fit === 'contain' ? 'object-fit:contain;' : ''
  const name = node.alt === '' ? '' : ` role="img"${attribute('aria-label', node.alt)}`
  if (url !== undefined && node.placeholder === '') {
    const behind = `${ratio}background-image:url(${escape(`"${quoted(url)}"`)})`
    return `<div${classes(node, 'image', writer)}${styled(style, behind)}${name}></div>`
  }
  const shown =
    classes(node, 'image', writer) +
    styled(style, ratio + fit) +
    attribute('data-missing', node.placeholder)
  return url === undefined
    ? `<div${shown}${name}></div>`
    : `<img${shown} src="${escape(url)}" alt="${escape(node.alt)}" loading="lazy" decoding="async" referrerpolicy="no-referrer" draggable="false">`
}

/**
 * An image with its own size, within a maximum. A missing one gets its size from the pseudo-element with its placeholder. It is loaded
 * at once, because it has no size before.
 */
function writeNatural(node: ImageNode, writer: Writer): string {
  const { aspectRatio: _, width, maxHeight, ...style } = node.style
  const limits = `max-width:${width}px;max-height:${maxHeight}px;--width:${width}px`
  const { prefix } = writer
  const attributes =
    ` class="${prefix}-image ${prefix}-natural"` +
    styled(style, limits) +
    attribute('data-missing', node.placeholder)
  return node.url === undefined
    ? `<div${attributes}></div>`
    : `<img${attributes} src="${escape(node.url)}" alt="${escape(node.alt)}" decoding="async" referrerpolicy="no-referrer" draggable="false">`
}

function write(node: TreeNode, writer: Writer): string {
  return node.kind === 'box'
    ? writeBox(node, writer)
    : node.kind === 'text'
      ? writeText(node, writer)
      : writeImage(node, writer)
}

/** HTML of a tree. */
export const markup = (node: TreeNode, options: MarkupOptions): string =>
  write(node, { ...options, linked: false })
