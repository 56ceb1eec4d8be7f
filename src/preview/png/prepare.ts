/** From the tree to parts with fonts and pictures: everything but their places. */
import { number } from '../read.js'
import type { BoxNode, TextNode, TreeNode } from '../tree.js'
import { FontBook, hanOf, hasWesternMarks, missingWords, type Piece } from './fonts/book.js'
import { type GivenFonts, givenFonts } from './fonts/given.js'
import { installedFamilies } from './fonts/packages.js'
import { Registry } from './fonts/registry.js'
import type { FontSource, PngOptions } from './options.js'
import { pairs } from './pairs.js'
import { part as partOf, type Setting } from './parts.js'
import { type Pictures, picturesOf } from './pictures.js'
import { PngError } from './problems.js'
import {
  type Measured,
  newRenderer,
  type Part,
  type Renderer,
  type RenderOptions,
} from './takumi.js'
import { drawable } from './text-part.js'

const mostNodes = 30_000
const mostCharacters = 200_000

interface Studio {
  readonly renderer: Renderer
  readonly book: FontBook
  /** What is wrong with the fonts that the caller gives. */
  readonly problems: GivenFonts['problems']
}

/** Renderers with their fonts, by the list of fonts that was given. */
const studios = new WeakMap<readonly FontSource[], Promise<Studio>>()
const noFonts: readonly FontSource[] = []

async function open(fonts: readonly FontSource[]): Promise<Studio> {
  const renderer = await newRenderer()
  const registry = new Registry(renderer)
  const { families, problems } = await givenFonts(fonts, (face) => registry.register(face))
  const book = new FontBook(registry, [...families, ...installedFamilies()])
  return { renderer, book, problems }
}

function studio(fonts: readonly FontSource[]): Promise<Studio> {
  let found = studios.get(fonts)
  if (!found) {
    found = open(fonts)
    studios.set(fonts, found)
    // What could not be opened may be there the next time.
    found.then(
      ({ problems }) => problems.length > 0 && studios.delete(fonts),
      () => studios.delete(fonts),
    )
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
    const letters = runs.map(({ text }) => text).join('')
    const forms = hanOf(letters) ?? han
    const western = hasWesternMarks(letters)
    return runs.flatMap(({ text, style }): Piece[] => {
      const piece = { text: drawable(text), weight: style?.fontWeight ?? weight, forms }
      return western ? [piece, { ...piece, forms: 'western' }] : [piece]
    })
  })
  // An ellipsis may have to be drawn in any weight that is used.
  const weights = new Set(pieces.map(({ weight }) => weight))
  for (const weight of weights) pieces.push({ text: '… ', weight, forms: han })
  for (const text of placeholders)
    pieces.push({ text: drawable(text), weight: 500, forms: hanOf(text) ?? han })
  return pieces
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

function unreadable(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause)
  const message = `A font that is installed cannot be read: ${why}. Install its package again`
  throw new PngError('bad_font', message, { cause })
}

/** Parts that are ready to be measured or drawn. */
export interface Prepared {
  readonly renderer: Renderer
  /** What the tree became. */
  readonly part: Part
  /** The same with all that it inherits. */
  readonly root: Part
  readonly setting: Setting
  readonly how: RenderOptions
}

const scaleOf = ({ scale }: PngOptions): number => number(scale, 0.5, 4) ?? 2

/** Pixels of the picture from left to right. */
export const pixelsAcross = (tree: BoxNode, options: PngOptions): number =>
  Math.round(Number(tree.style.width) * scaleOf(options))

/** Fonts, pictures and sizes of texts. */
export async function prepare(
  tree: BoxNode,
  options: PngOptions,
  loading: Pictures | Promise<Pictures> = picturesOf(tree, options, pixelsAcross(tree, options)),
): Promise<Prepared> {
  const { found, placeholders } = texts(tree)
  const said = found.map(([{ runs }]) => runs.map(({ text }) => text).join('')).join('\n')
  const han = options.han ?? hanOf(said) ?? (options.language === 'ja' ? 'ja' : 'zh')
  const [{ renderer, book, problems }, pictures] = await Promise.all([
    studio(options.fonts ?? noFonts),
    loading,
  ])
  for (const { cause, ...problem } of problems) {
    if (!options.onProblem) throw new PngError('bad_font', problem.message, { cause })
    options.onProblem(problem)
  }
  const missing = await book.prepare(piecesOf(found, placeholders, han)).catch(unreadable)
  if (missing.length > 0) {
    const words = missingWords(missing)
    if (!options.onProblem) throw new PngError('missing_glyphs', words.message)
    options.onProblem({ code: 'missing_glyphs', characters: missing, ...words })
  }

  const scale = scaleOf(options)
  const how = {
    width: pixelsAcross(tree, options),
    devicePixelRatio: scale,
    images: [...pictures.values()].map(({ src, data, cache }) => ({ src, data, cache })),
  }
  const setting: Setting = {
    pictures,
    han,
    stack: (forms) => book.stack(forms),
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
  const first = async (one: Part) => (await renderer.measure(root(one), how)).children[0]!
  const fits = found.some(([{ fit }]) => fit !== undefined)
  const sizes = fits
    ? await fitted(tree, { ...setting, measuring: true }, first, scale)
    : setting.sizes
  const final = { ...setting, sizes }
  const part = partOf(tree, final)
  return { renderer, part, root: root(part), setting: final, how }
}
