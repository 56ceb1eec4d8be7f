/** The changes between two drawings, box by box. */
import type { Run, Style, TextNode, TreeNode } from '../../tree.js'
import { align } from './align.js'
import { nameOf, type PlacedNode } from './placed.js'

/** A change of one kind. */
export interface ChangeOf<Kind extends string, Before, After = Before> {
  readonly kind: Kind
  /** The box, after those around it that have a name, such as `flex-bubble/flex-body/flex-text[1]`. */
  readonly path: string
  readonly before: Before
  readonly after: After
}

/** A change of a property of the drawing's style. */
export interface StyleChange<Kind extends string> extends ChangeOf<Kind, string> {
  readonly property: string
}

/**
 * A change of one box:
 * - `added` and `removed`: the box with its text
 * - `moved`: its place in the box around it, in pixels of the phone
 * - `size`: its width and height, unless only its contents have changed
 * - `text`: its text
 * - `image`: the URL of its image
 * - `color`: the color of letters, background or border
 * - `font`: the size, weight, slant or line of letters
 */
export type PictureChange =
  | ChangeOf<'added', undefined, string>
  | ChangeOf<'removed', string, undefined>
  | ChangeOf<'moved', { readonly left: number; readonly top: number }>
  | ChangeOf<'size', { readonly width: number; readonly height: number }>
  | ChangeOf<'text', string>
  | ChangeOf<'image', string>
  | StyleChange<'color'>
  | StyleChange<'font'>

/** Smaller differences come from rounding. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 0.5

const round = (length: number): number => Math.round(length * 100) / 100

const colors = ['color', 'backgroundColor', 'backgroundImage', 'borderColor'] as const
const fonts = ['fontSize', 'fontWeight', 'fontStyle', 'fontFamily', 'textDecoration'] as const

const textOf = ({ runs }: TextNode): string => runs.map(({ text }) => text).join('')

function styleChanges(before: Style, after: Style, path: string): PictureChange[] {
  const of = <Kind extends 'color' | 'font'>(
    kind: Kind,
    properties: readonly (keyof Style)[],
  ): StyleChange<Kind>[] =>
    properties.flatMap((property) => {
      const [old, young] = [before[property], after[property]]
      if (old === young) return []
      return [
        { kind, path, property, before: String(old ?? 'none'), after: String(young ?? 'none') },
      ]
    })
  return [...of('color', colors), ...of('font', fonts)]
}

/** Changes of runs, if both texts have the same number; each once. */
function runChanges(before: readonly Run[], after: readonly Run[], path: string): PictureChange[] {
  if (before.length !== after.length) return []
  const all = before.flatMap(({ style }, index) =>
    styleChanges(style ?? {}, after[index]!.style ?? {}, path),
  )
  return [...new Map(all.map((change) => [JSON.stringify(change), change])).values()]
}

function ownChanges(before: TreeNode, after: TreeNode, path: string): PictureChange[] {
  const changes = styleChanges(before.style, after.style, path)
  if (before.kind === 'text' && after.kind === 'text') {
    const [old, young] = [textOf(before), textOf(after)]
    if (old !== young) changes.push({ kind: 'text', path, before: old, after: young })
    changes.push(...runChanges(before.runs, after.runs, path))
  }
  if (before.kind === 'image' && after.kind === 'image') {
    const [old, young] = [before.url ?? '', after.url ?? '']
    if (old !== young) changes.push({ kind: 'image', path, before: old, after: young })
  }
  return changes
}

/** Kinds of changes that give the boxes around another size. */
const grows = new Set(['added', 'removed', 'size', 'text', 'font', 'image'])

/** The path of a child. Equal names are numbered. */
function pathOf(child: PlacedNode, siblings: readonly PlacedNode[], path: string): string {
  const name = nameOf(child.node)
  const same = siblings.filter((one) => nameOf(one.node) === name)
  const own = same.length > 1 ? `${name}[${same.indexOf(child)}]` : name
  return path === '' ? own : `${path}/${own}`
}

/** Name and text of a node that only one of the drawings has. */
const described = ({ signature }: PlacedNode): string => signature.slice(0, 120)

/** @param around - the path of the box around it, which also is that of the contents of an anonymous box */
function nodeChanges(
  before: PlacedNode,
  after: PlacedNode,
  path: string,
  around: string,
): PictureChange[] {
  const own = ownChanges(before.node, after.node, path)
  if (!isSame(before.left, after.left) || !isSame(before.top, after.top)) {
    const place = ({ left, top }: PlacedNode) => ({ left: round(left), top: round(top) })
    own.push({ kind: 'moved', path, before: place(before), after: place(after) })
  }
  const inside = after.node.role === undefined ? around : path
  const inner = listChanges(before.children, after.children, inside)
  const hasGrown = [...own, ...inner].some(({ kind }) => grows.has(kind))
  if (!hasGrown && !(isSame(before.width, after.width) && isSame(before.height, after.height))) {
    const size = ({ width, height }: PlacedNode) => ({ width: round(width), height: round(height) })
    own.push({ kind: 'size', path, before: size(before), after: size(after) })
  }
  return [...own, ...inner]
}

function listChanges(
  before: readonly PlacedNode[],
  after: readonly PlacedNode[],
  path: string,
): PictureChange[] {
  const pairs = align(
    before,
    after,
    ({ signature }) => signature,
    ({ node }) => nameOf(node),
  )
  return pairs.flatMap(([old, young]): PictureChange[] => {
    if (old && young) return nodeChanges(old, young, pathOf(young, after, path), path)
    if (old)
      return [
        {
          kind: 'removed',
          path: pathOf(old, before, path),
          before: described(old),
          after: undefined,
        },
      ]
    return young
      ? [
          {
            kind: 'added',
            path: pathOf(young, after, path),
            before: undefined,
            after: described(young),
          },
        ]
      : []
  })
}

/** All changes, from top to bottom. The outermost box is left out of the paths of the others. */
export const changesOf = (before: PlacedNode, after: PlacedNode): PictureChange[] =>
  nodeChanges(before, after, '', '').map((change) =>
    change.path === '' ? { ...change, path: nameOf(after.node) } : change,
  )
