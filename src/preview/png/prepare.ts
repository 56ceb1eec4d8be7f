/** Converts a tree to parts with fonts and images; only the layout is missing. */
import { type Han, hanOf, hanOfLanguage, hanOfTree } from '../han.js'
import { number } from '../read.js'
import type { BoxNode, TextNode, TreeNode } from '../tree.js'
import { FontBook, hasWesternMarks, type Latin, missingWords, type Piece } from './fonts/book.js'
import { type CustomFonts, customFonts } from './fonts/custom.js'
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

const maxNodes = 30_000
const maxCharacters = 200_000

interface FontSetup {
  readonly renderer: Renderer
  readonly book: FontBook
  /** Problems of custom fonts. */
  readonly problems: CustomFonts['problems']
}

/** Renderers with their fonts, by the array of the option `fonts`. */
const setups = new WeakMap<readonly FontSource[], Promise<FontSetup>>()
const noFonts: readonly FontSource[] = []

async function open(fonts: readonly FontSource[]): Promise<FontSetup> {
  const renderer = await newRenderer()
  const registry = new Registry(renderer)
  const { families, problems } = await customFonts(fonts, (face) => registry.register(face))
  const book = new FontBook(registry, families, installedFamilies())
  return { renderer, book, problems }
}

function fontSetup(fonts: readonly FontSource[]): Promise<FontSetup> {
  let setup = setups.get(fonts)
  if (!setup) {
    setup = open(fonts)
    setups.set(fonts, setup)
    // A font that could not be opened may exist the next time.
    setup.then(
      ({ problems }) => problems.length > 0 && setups.delete(fonts),
      () => setups.delete(fonts),
    )
  }
  return setup
}

/** A text with the font of its Latin letters. */
interface Said {
  readonly node: TextNode
  readonly latin: Latin
}

/** Texts of images that are missing. */
interface Placeholder {
  readonly text: string
  readonly latin: Latin
}

/** All texts. */
function texts(tree: TreeNode): { said: Said[]; placeholders: Placeholder[] } {
  const said: Said[] = []
  const placeholders: Placeholder[] = []
  let nodes = 0
  let characters = 0
  const visit = (node: TreeNode, around: Latin): void => {
    const latin = node.style.fontFamily ?? around
    if (++nodes > maxNodes)
      throw new PngError(
        'png_too_large',
        `The messages have more than ${maxNodes} boxes, texts and images, the maximum of a PNG. Draw fewer messages at once`,
      )
    if (node.kind === 'box') for (const child of node.children) visit(child, latin)
    else if (node.kind === 'image') placeholders.push({ text: node.placeholder, latin })
    else {
      for (const { text } of node.runs) characters += text.length
      said.push({ node, latin })
    }
    if (characters > maxCharacters)
      throw new PngError(
        'png_too_large',
        `The messages have more than ${maxCharacters} characters of text, the maximum of a PNG. Draw fewer messages at once`,
      )
  }
  visit(tree, undefined)
  return { said, placeholders }
}

function piecesOf(said: readonly Said[], placeholders: readonly Placeholder[], han: Han): Piece[] {
  const pieces = said.flatMap(({ node: { runs, style: own }, latin }) => {
    const letters = runs.map(({ text }) => text).join('')
    const forms = hanOf(letters) ?? han
    const western = hasWesternMarks(letters)
    return runs.flatMap(({ text, style }): Piece[] => {
      const weight = style?.fontWeight ?? own.fontWeight ?? 400
      const piece = { text: drawable(text), weight, forms, latin }
      return western ? [piece, { ...piece, forms: 'western' }] : [piece]
    })
  })
  // An ellipsis may be needed in any of the fonts.
  const fonts = new Map(pieces.map((piece) => [`${piece.weight} ${piece.latin}`, piece]))
  for (const { weight, latin } of fonts.values())
    pieces.push({ text: '… ', weight, forms: han, latin })
  for (const { text, latin } of placeholders)
    pieces.push({ text: drawable(text), weight: 500, forms: hanOf(text) ?? han, latin })
  return pieces
}

/** Font sizes of texts that shrink to fit, from the text's length, which can be measured here, and the width of the box around it. */
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
      // A little less, because a line that is slightly too long is cut off.
      sizes.set(child, (child.style.fontSize ?? 16) * Math.max(room / length - 0.001, 0))
    })
  })
  return sizes
}

function unreadable(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause)
  const message = `An installed font cannot be read: ${why}. Install its package again`
  throw new PngError('font_invalid', message, { cause })
}

/** Parts that can be measured or drawn. */
export interface Prepared {
  readonly renderer: Renderer
  /** The converted tree. */
  readonly part: Part
  /** The same, inside a container with the styles that it inherits. */
  readonly root: Part
  readonly setting: Setting
  readonly renderOptions: RenderOptions
}

/** Pixels of the PNG per pixel of the phone. */
export const scaleOf = ({ scale }: PngOptions): number => number(scale, 0.5, 4) ?? 2

/** Width of the PNG in pixels. */
export const pixelsAcross = (tree: BoxNode, options: PngOptions): number =>
  Math.round(Number(tree.style.width) * scaleOf(options))

/** Loads fonts and images, computes font sizes, and converts the tree. */
export async function prepare(
  tree: BoxNode,
  options: PngOptions,
  loading: Pictures | Promise<Pictures> = picturesOf(tree, options, pixelsAcross(tree, options)),
): Promise<Prepared> {
  const { said, placeholders } = texts(tree)
  const han = options.han ?? hanOfTree(tree) ?? hanOfLanguage(options.language) ?? 'zh'
  const [{ renderer, book, problems }, pictures] = await Promise.all([
    fontSetup(options.fonts ?? noFonts),
    loading,
  ])
  for (const { cause, ...problem } of problems) {
    if (!options.onProblem) throw new PngError('font_invalid', problem.message, { cause })
    options.onProblem(problem)
  }
  const missing = await book.prepare(piecesOf(said, placeholders, han)).catch(unreadable)
  if (missing.length > 0) {
    const words = missingWords(missing)
    if (!options.onProblem) throw new PngError('glyphs_missing', words.message)
    options.onProblem({ code: 'glyphs_missing', characters: missing, ...words })
  }

  const scale = scaleOf(options)
  const renderOptions = {
    width: pixelsAcross(tree, options),
    devicePixelRatio: scale,
    images: [...pictures.values()].map(({ src, data, cache }) => ({ src, data, cache })),
  }
  const setting: Setting = {
    scale,
    pictures,
    han,
    stack: (forms, latin) => book.stack(forms, latin),
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
      fontFamily: book.stack(han, undefined),
      fontSize: 16,
      lineHeight: 1.4,
      color: '#444444',
      // Takumi does not break lines within a ligature.
      fontFeatureSettings: '"liga" 0',
    },
    children: [one],
  })
  const first = async (one: Part) => (await renderer.measure(root(one), renderOptions)).children[0]!
  const fits = said.some(({ node }) => node.fit !== undefined)
  const sizes = fits
    ? await fitted(tree, { ...setting, measuring: true }, first, scale)
    : setting.sizes
  const final = { ...setting, sizes }
  const part = partOf(tree, final)
  return { renderer, part, root: root(part), setting: final, renderOptions }
}
