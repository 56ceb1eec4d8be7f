/** The tree as HTML elements. No element of it can run, load or submit anything but pictures. */
import type { BoxNode, ImageNode, Run, Style, TextNode, TreeNode } from '../tree.js'
import type { Tap } from '../tap.js'
import { linkAddress } from '../url.js'
import { css } from './css.js'
import { escape } from './escape.js'

interface MarkupOptions {
  readonly prefix: string
  readonly open: boolean
}

/** What is known of the place where an element is written. */
interface Writer extends MarkupOptions {
  /** Whether an `a` element is open: another may not stand in it. */
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

/** Where a tap leads if it is a link that may be followed here. */
const target = (tap: Tap | undefined, writer: Writer): string | undefined =>
  tap?.action.type === 'uri' && writer.open && !writer.linked
    ? linkAddress(tap.action['uri'])
    : undefined

/** Attributes of what can be tapped, for the page: the action itself, and what assistive technology needs. */
function tapping(tap: Tap, role: boolean): string {
  const action = ` data-action="${escape(JSON.stringify(tap.action))}"`
  return role ? `${action} role="button" tabindex="0"${attribute('aria-label', tap.label)}` : action
}

const relations = ' target="_blank" rel="noopener noreferrer"'

/** Opening and closing tag around what can be tapped. */
function around(
  tap: Tap | undefined,
  tag: 'div' | 'span',
  attributes: string,
  writer: Writer,
  inside: () => string,
  nested = false,
): string {
  if (!tap) return `<${tag}${attributes}>${inside()}</${tag}>`
  // What can be tapped within what can be tapped: the inner one is the link or the button, the outer one only has its action.
  const href = nested ? undefined : target(tap, writer)
  if (href === undefined)
    return `<${tag}${attributes}${tapping(tap, !nested && !writer.linked)}>${inside()}</${tag}>`
  writer.linked = true
  const html = `<a href="${escape(href)}"${relations}${attributes}${tapping(tap, false)}${attribute('aria-label', tap.label)}>${inside()}</a>`
  writer.linked = false
  return html
}

/** A button of its own for the keyboard, beside the ones in it, as a button may not hold others. */
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
  const attributes = classes(node, 'box', writer) + styled(node.style, more) + scroll
  const nested = node.tap !== undefined && mayHoldTaps(node)
  return around(
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

function writeRun(run: Run, size: number, spacing: number, writer: Writer): string {
  const { image, style } = run
  let inside = escape(run.text)
  if (image) {
    const box = `width:${image.width}em;height:${image.height}em;vertical-align:${-image.drop}em`
    const shown = ` class="${writer.prefix}-glyph" style="${box}"`
    inside += image.url
      ? `<img${shown} alt="${escape(image.alt)}" src="${escape(image.url)}" loading="lazy" referrerpolicy="no-referrer">`
      : `<span${shown} role="img" aria-label="${escape(image.alt)}"></span>`
  }
  // A span has the line height of its own size, so the room between lines has to be said again.
  const own = style?.fontSize ?? size
  const line = style && spacing > 0 ? `line-height:${own * 1.4 + spacing}px;` : ''
  const attributes = style ? styled(style, line) : ''
  return run.tap || attributes ? around(run.tap, 'span', attributes, writer, () => inside) : inside
}

/** How a text is laid out, beside its style. */
function paragraph(node: TextNode): string {
  const size = node.style.fontSize ?? 16
  let more = node.spaces ? 'white-space:pre-wrap;' : ''
  if (node.wrap && node.maxLines > 0) more += `-webkit-line-clamp:${node.maxLines};`
  if (node.lineSpacing > 0) {
    // Half of the room lies above each line and half below; there is none above the first and below the last.
    const half = node.lineSpacing / 2
    more += `line-height:${size * (node.style.lineHeight ?? 1.4) + node.lineSpacing}px;margin-top:${-half}px;margin-bottom:${-half}px;`
  }
  if (node.fit !== undefined)
    more += `font-size:min(${size}px,calc(100cqw / ${Math.ceil(node.fit * 100) / 100}));`
  return more
}

function writeText(node: TextNode, writer: Writer): string {
  const kind = !node.wrap ? 'line' : node.maxLines > 0 ? 'clamp' : 'text'
  const attributes = classes(node, kind, writer) + styled(node.style, paragraph(node))
  const size = node.style.fontSize ?? 16
  return around(node.tap, 'div', attributes, writer, () => {
    let html = ''
    for (const run of node.runs) html += writeRun(run, size, node.lineSpacing, writer)
    return html
  })
}

/** An address within `url("")`: what could end it is percent-encoded, which means the same to whoever is asked for it. */
const quoted = (url: string): string =>
  url.replace(/["'()\\\s]/g, (character) => encodeURIComponent(character).replace("'", '%27'))

/**
 * A picture that has no words to stand in for it, such as an icon, is a background: where it is missing, what lies behind it
 * is seen. All others are elements; their words are drawn by a pseudo-element, which browsers show only if the picture could
 * not be loaded.
 */
function writeImage(node: ImageNode, writer: Writer): string {
  const { aspectRatio, ...style } = node.style
  const { url } = node
  const ratio =
    aspectRatio === undefined ? '' : `aspect-ratio:${node.natural ? 'auto ' : ''}${aspectRatio};`
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
