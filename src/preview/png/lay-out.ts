/** From the tree to parts with fonts and pictures, ready to be measured and drawn. */
import { number } from '../read.js'
import type { BoxNode, TextNode, TreeNode } from '../tree.js'
import { FontBook, hanOf, missingWords, type Piece } from './fonts/book.js'
import { givenFamilies } from './fonts/given.js'
import { installedFamilies } from './fonts/packages.js'
import type { FontSource, PngOptions } from './options.js'
import { part as partOf, type Setting } from './parts.js'
import { picturesOf } from './pictures.js'
import { PngError } from './problems.js'
import { type Measured, newRenderer, type Part, type Renderer } from './takumi.js'
import { drawable, speck } from './text-part.js'

/** More than anybody looks at, and little enough to be drawn in seconds. */
const mostPixels = 80_000_000
const longestSide = 32_000
const mostNodes = 30_000
const mostCharacters = 200_000

interface Studio {
  readonly renderer: Renderer
  readonly book: FontBook
}

/** Renderers with their fonts, by the list of fonts that was given. */
const studios = new WeakMap<readonly FontSource[], Promise<Studio>>()
const noFonts: readonly FontSource[] = []

async function open(fonts: readonly FontSource[]): Promise<Studio> {
  const renderer = await newRenderer()
  const families = [...givenFamilies(fonts), ...installedFamilies()]
  return { renderer, book: new FontBook(renderer, families) }
}

function studio(fonts: readonly FontSource[]): Promise<Studio> {
  let found = studios.get(fonts)
  if (!found) {
    found = open(fonts)
    studios.set(fonts, found)
    // What could not be opened may be there the next time.
    found.catch(() => studios.delete(fonts))
  }
  return found
}

/** Every text with its weights, and how much there is in all. */
function texts(tree: TreeNode): { found: [TextNode, number][]; placeholders: string[] } {
  const found: [TextNode, number][] = []
  const placeholders: string[] = []
  let nodes = 0
  let characters = 0
  const visit = (node: TreeNode): void => {
    if (++nodes > mostNodes)
      throw new PngError(
        'too_large',
        `There are more than ${mostNodes} boxes, texts and pictures; a PNG has at most as many. Draw fewer messages at once`,
      )
    if (node.kind === 'box') node.children.forEach(visit)
    else if (node.kind === 'image') placeholders.push(node.placeholder)
    else {
      for (const { text } of node.runs) characters += text.length
      found.push([node, node.style.fontWeight ?? 400])
    }
    if (characters > mostCharacters)
      throw new PngError(
        'too_large',
        `There are more than ${mostCharacters} characters of text; a PNG has at most as many. Draw fewer messages at once`,
      )
  }
  visit(tree)
  return { found, placeholders }
}

function piecesOf(
  found: readonly [TextNode, number][],
  placeholders: readonly string[],
  han: 'ja' | 'zh',
): Piece[] {
  const pieces = found.flatMap(([{ runs }, weight]) => {
    const own = hanOf(runs.map(({ text }) => text).join('')) ?? han
    return runs.map(({ text, style }) => ({
      text: drawable(text),
      weight: style?.fontWeight ?? weight,
      han: own,
    }))
  })
  // An ellipsis may have to be drawn in any weight that is used.
  const weights = new Set(pieces.map(({ weight }) => weight))
  for (const weight of weights) pieces.push({ text: '… ', weight, han })
  for (const text of placeholders)
    pieces.push({ text: drawable(text), weight: 500, han: hanOf(text) ?? han })
  return pieces
}

/** Walks through parts and what was measured of them, side by side. */
function pairs(
  part: Part,
  measured: Measured,
  visit: (part: Part, measured: Measured) => void,
): void {
  visit(part, measured)
  if (part.type !== 'container' || part.children.length !== measured.children.length) return
  part.children.forEach((child, index) => pairs(child, measured.children[index]!, visit))
}

/** A picture of no height or width, which Takumi refuses to draw, is an empty place. */
function hideSpeck(part: Part, { width, height }: Measured): void {
  if (part.type === 'image' && Math.min(width, height) < speck)
    Object.assign(part, { type: 'container', children: [] })
}

/** Font sizes of what shrinks to fit: by its length, which can be measured here, and the room in the box around it. */
async function fitted(
  tree: BoxNode,
  setting: Setting,
  measure: (part: Part) => Promise<Measured>,
  scale: number,
): Promise<Map<TextNode, number>> {
  const sizes = new Map<TextNode, number>()
  const empty = partOf(tree, setting)
  if (![...setting.nodes.values()].some((node) => node.kind === 'text' && node.fit !== undefined))
    return sizes
  pairs(empty, await measure(empty), (part, measured) => {
    const node = setting.nodes.get(part)
    if (node?.kind !== 'box' || !node.measures) return
    const { paddingLeft = 0, paddingRight = 0 } = node.style
    const room = measured.width / scale - Number(paddingLeft) - Number(paddingRight)
    node.children.forEach((child, index) => {
      const length = (measured.children[index]?.width ?? 0) / scale
      if (child.kind !== 'text' || child.fit === undefined || length <= room) return
      // A hair less, as a line that is a little too long is cut.
      sizes.set(child, (child.style.fontSize ?? 16) * Math.max(room / length - 0.001, 0))
    })
  })
  return sizes
}

/** A node with its place. */
export interface Box {
  readonly node: TreeNode
  readonly measured: Measured
}

export interface LaidOut {
  readonly renderer: Renderer
  readonly part: Part
  /** Where everything stands, and what it was made of: for tests that compare it with a browser. */
  readonly boxes: () => Box[]
  readonly how: Parameters<Renderer['render']>[1]
}

/** Everything but the drawing itself. */
export async function layOut(tree: BoxNode, options: PngOptions): Promise<LaidOut> {
  const { found, placeholders } = texts(tree)
  const said = found.map(([{ runs }]) => runs.map(({ text }) => text).join('')).join('\n')
  const han = options.han ?? hanOf(said) ?? (options.language === 'ja' ? 'ja' : 'zh')
  const [{ renderer, book }, pictures] = await Promise.all([
    studio(options.fonts ?? noFonts),
    picturesOf(tree, options.loadImage, options.onProblem),
  ])
  const missing = await book.prepare(piecesOf(found, placeholders, han))
  if (missing.length > 0) {
    const words = missingWords(missing)
    if (!options.onProblem) throw new PngError('missing_glyphs', words.message)
    options.onProblem({ code: 'missing_glyphs', characters: missing, ...words })
  }

  const scale = number(options.scale, 0.5, 4) ?? 2
  const how = {
    width: Math.round(Number(tree.style.width) * scale),
    devicePixelRatio: scale,
    images: [...pictures.values()].map(({ src, data, cache }) => ({ src, data, cache })),
  }
  const setting: Setting = {
    pictures,
    han,
    stack: (one) => book.stack(one),
    missing: new Set(missing),
    sizes: new Map(),
    nodes: new Map(),
    measuring: false,
  }
  const root = (one: Part): Part => ({
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'column',
      fontFamily: book.stack(han),
      fontSize: 16,
      lineHeight: 1.4,
      color: '#444444',
    },
    children: [one],
  })
  const measure = (one: Part): Promise<Measured> => renderer.measure(root(one), how)
  const first = async (one: Part) => (await measure(one)).children[0]!
  const sizes = await fitted(tree, { ...setting, measuring: true }, first, scale)
  const part = partOf(tree, { ...setting, sizes })
  const measured = await first(part)
  pairs(part, measured, hideSpeck)
  const height = Math.max(1, Math.ceil(measured.height - 0.01))
  if (height > longestSide || how.width > longestSide || height * how.width > mostPixels)
    throw new PngError(
      'too_large',
      `The picture would be ${how.width} × ${height} pixels; at most ${longestSide} a side and ${mostPixels} in all are drawn. ` +
        'Draw fewer messages at once, or a smaller width or scale',
    )
  const boxes = (): Box[] => {
    const all: Box[] = []
    pairs(part, measured, (one, at) => {
      const node = setting.nodes.get(one)
      if (node) all.push({ node, measured: at })
    })
    return all
  }
  return { renderer, part: root(part), boxes, how: { ...how, height } }
}
