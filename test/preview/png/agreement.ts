/** Draws the same tree in a browser and as a PNG, with the same font files, and compares the boxes. */
import {
  type Drawable,
  type PreviewOptions,
  toTree,
  type TreeNode,
} from '../../../src/preview/index.js'
import { type Box, measure } from '../../../src/preview/png/lay-out.js'
import { prepare } from '../../../src/preview/png/prepare.js'
import { hanOfTree } from '../../../src/preview/han.js'
import type { LoadImage } from '../../../src/preview/png/index.js'
import type { Draw } from '../browser.js'
import { wrong } from '../messages.js'

/** A box in both. */
export interface Pair {
  /** Kind, role, and the start of its text. */
  name: string
  html: readonly [x: number, y: number, width: number, height: number]
  png: readonly [x: number, y: number, width: number, height: number]
  /** The largest difference of a side. */
  distance: number
  /** Lines of a text. */
  lines: { html: string[]; png: string[] } | undefined
  /** The smallest space between the end of a line and the edge, in either. */
  slack: number
}

/** Runs in the page. Lines are distinguished by the vertical middle of their letters. */
const lay = `(async () => {
  const root = document.querySelector('.fk-root')
  await document.fonts.ready
  const { left, top } = root.getBoundingClientRect()
  const linesOf = (element) => {
    const { top: start } = element.getBoundingClientRect()
    const height = parseFloat(getComputedStyle(element).lineHeight)
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const lines = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let at = 0
      for (const letter of node.data) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at += letter.length)
        const box = range.getBoundingClientRect()
        if (box.width === 0) continue
        const line = Math.floor((box.top + box.height / 2 - start) / height)
        lines[line] ??= { text: '', width: 0 }
        lines[line].text += letter
        lines[line].width += box.width
      }
    }
    return Array.from(lines, (line) => line ?? { text: '', width: 0 })
  }
  const endings = new Set([...root.querySelectorAll('.fk-ending')].map((one) => one.parentElement))
  return [...root.querySelectorAll('.fk-box,.fk-line,.fk-text,.fk-clamp,.fk-image'), root]
    .filter((element) => !element.closest('.fk-area,.fk-ending') && !endings.has(element))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const isText = element.matches('.fk-text,.fk-clamp')
      return { box: [x - left, y - top, width, height], lines: isText ? linesOf(element) : undefined }
    })
})()`

interface Line {
  text: string
  width: number
}

interface Laid {
  box: [number, number, number, number]
  lines: Line[] | undefined
}

const words = ({ node }: Box): string =>
  node.kind === 'text'
    ? node.runs
        .map(({ text }) => text)
        .join('')
        .slice(0, 24)
    : ''

function linesOf({ node, measured }: Box): Line[] | undefined {
  if (node.kind !== 'text' || !node.wrap) return undefined
  const size = node.style.fontSize ?? 16
  const height = size * (node.style.lineHeight ?? 1.4) + node.lineSpacing
  const lines: Line[] = []
  for (const run of measured.runs) {
    const line = (lines[Math.floor((run.y + run.height / 2) / height)] ??= { text: '', width: 0 })
    line.text += run.text
    line.width += run.width
  }
  return Array.from(lines, (line) => line ?? { text: '', width: 0 })
}

/** The smallest space between the end of a line and the edge. */
const slackOf = (lines: readonly Line[] | undefined, room: number): number =>
  Math.min(Infinity, ...(lines ?? []).map(({ width }) => Math.abs(room - width)))

/** Visible lines: the browser also has those that are cut off by a line clamp. */
const shown = (lines: readonly Line[], node: TreeNode): string[] =>
  lines
    .map(({ text }) => plain(text))
    .slice(0, node.kind === 'text' && node.maxLines > 0 ? node.maxLines : undefined)

const plain = (line: string): string => line.replace(/[\u200B\u200D\n]/g, '').trim()

const isUnseen = (node: TreeNode): boolean =>
  node.role === 'area' ||
  node.role === 'ending' ||
  (node.kind === 'box' && node.children.some(({ role }) => role === 'ending'))

/** All boxes in both, in the order of the page. */
export async function compare(
  draw: Draw,
  what: Drawable,
  options: PreviewOptions & { loadImage?: LoadImage } = {},
): Promise<Pair[]> {
  const tree = toTree(what, options)
  const prepared = await prepare(tree, { ...options, scale: 1 })
  const { boxes } = await measure(prepared)
  // Parts that are only visible under the pointer are not in the PNG.
  const [outer, ...inner] = boxes().filter(({ node }) => !isUnseen(node))
  const all = [...inner, outer!]
  const han = hanOfTree(tree) ?? (options.language === 'ja' ? 'ja' : 'zh')
  const drawn = await draw(what, options, han)
  // HTML can only estimate how far a text shrinks to fit; other tests compare the estimate.
  const sizes = all.flatMap(({ node }) =>
    node.kind === 'text' && node.fit !== undefined
      ? [prepared.setting.sizes.get(node) ?? node.style.fontSize]
      : [],
  )
  await drawn.run(
    `document.querySelectorAll('[style*="cqw"]').forEach((element, index) => {
      element.style.fontSize = ${JSON.stringify(sizes)}[index] + 'px'
    })`,
  )
  const laid = await drawn.run<Laid[]>(lay)
  if (laid.length !== all.length)
    throw new Error(`${laid.length} elements in HTML, ${all.length} parts in PNG`)
  return all.map((box, index) => {
    const { measured, node } = box
    const [a, , , d, x, y] = measured.transform
    const html = laid[index]!
    const png = [x, y, measured.width * a, measured.height * d] as const
    const lines = linesOf(box)
    return {
      name: `${node.kind} ${node.role ?? ''} ${words(box)}`.trim(),
      html: html.box,
      png,
      distance: Math.max(...png.map((side, at) => Math.abs(side - html.box[at]!))),
      lines: lines && html.lines && { html: shown(html.lines, node), png: shown(lines, node) },
      slack: Math.min(slackOf(html.lines, html.box[2]), slackOf(lines, measured.width)),
    }
  })
}

/** The number of boxes of a tree that both have. */
const count = (node: TreeNode): number =>
  isUnseen(node)
    ? 0
    : 1 + (node.kind === 'box' ? node.children.reduce((sum, child) => sum + count(child), 0) : 0)

const below = (box: Pair['html'], top: number): Pair['html'] => [
  box[0],
  box[1] - top,
  box[2],
  box[3],
]

/**
 * The boxes of each message, relative to the top of its row, so that a difference in one message does not move the others.
 */
export async function compareEach(
  draw: Draw,
  messages: readonly unknown[],
  options: PreviewOptions = {},
): Promise<Pair[][]> {
  const what = wrong(messages) as unknown as Drawable
  const pairs = await compare(draw, what, { ...options, frame: 'none' })
  const rows = toTree(what, { ...options, frame: 'none' }).children
  let start = 0
  return rows.map((row) => {
    const own = pairs.slice(start, (start += count(row)))
    const { html, png } = own[0]!
    return own.map((pair) => {
      const moved = { html: below(pair.html, html[1]), png: below(pair.png, png[1]) }
      const distance = Math.max(...moved.png.map((side, at) => Math.abs(side - moved.html[at]!)))
      return { ...pair, ...moved, distance }
    })
  })
}

const sides = (box: Pair['html']): string => box.map((side) => side.toFixed(2)).join(' ')

/** The first ten boxes that differ by more than these pixels, and lines with other ends. */
export function differences(pairs: readonly Pair[], limit = 1): string[] {
  const all = pairs.flatMap(({ name, html, png, distance, lines }) => {
    const found = distance > limit ? [`${name}: ${sides(html)} in HTML, ${sides(png)} in PNG`] : []
    if (lines && lines.html.join('\n') !== lines.png.join('\n'))
      found.push(`${name}: ${JSON.stringify(lines)}`)
    return found
  })
  return all.slice(0, 10)
}

/** Messages in one drawing. */
export const chat = (messages: readonly unknown[]): Drawable => ({
  entries: messages.map((message) => ({ kind: 'message', message: wrong(message) })),
})
