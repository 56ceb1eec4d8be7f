/** Converts the tree to the parts that Takumi draws. */
import { photos } from '../icons.js'
import type { BoxNode, ImageNode, Style, TextNode, TreeNode } from '../tree.js'
import type { Pictures } from './pictures.js'
import type { Size } from './raster.js'
import { type Around, base, insideOf, outermost, partStyle } from './part-style.js'
import type { Part } from './takumi.js'
import { textPart, type TextSetting } from './text-part.js'

/** Data for the conversion. */
export interface Setting extends TextSetting {
  readonly pictures: Pictures
  /** The node of each part. */
  readonly nodes: Map<Part, TreeNode>
  /** Whether the parts are only for measuring texts that shrink to fit. */
  readonly measuring: boolean
}

/** Whether a node is only visible with a pointer or an animation. */
const isUnseen = (node: TreeNode): boolean => node.role === 'area' || node.role === 'ending'

/** A text that shrinks to fit, on one line at its full size, without influence on the layout. */
function aside(node: TreeNode, setting: Setting, around: Around): Part {
  const made = part(node, setting, around)
  Object.assign(made.style, { position: 'absolute', maxWidth: 'none', width: 'max-content' })
  return made
}

function boxPart(node: BoxNode, setting: Setting, around: Around): Part {
  const style = partStyle(node, base, around)
  if (node.scrolls) style['overflow'] = 'clip'
  const children = isUnseen(node)
    ? []
    : node.children.map((child) =>
        (node.measures && setting.measuring ? aside : part)(child, setting, insideOf(node, around)),
      )
  if (isUnseen(node)) style['opacity'] = 0
  return { type: 'container', style, children }
}

const emptyFrame = photos('#8a95a4')

/** A grey box with an icon and the placeholder text. */
function placeholder(node: ImageNode, setting: Setting, around: Around): Part {
  const style = partStyle(node, base, around)
  if (node.placeholder === '') return { type: 'container', style, children: [] }
  const icon: Part = {
    type: 'image',
    src: emptyFrame,
    style: {
      position: 'absolute',
      left: '50%',
      top: '50%',
      width: 30,
      height: 30,
      marginLeft: -15,
      marginTop: -15,
    },
  }
  const name: TextNode = {
    kind: 'text',
    role: undefined,
    tap: undefined,
    style: {
      position: 'absolute',
      top: 0,
      left: 0,
      right: 0,
      bottom: 0,
      paddingTop: 8,
      paddingRight: 8,
      paddingBottom: 8,
      paddingLeft: 8,
      fontSize: 10,
      fontWeight: 500,
      lineHeight: 1.35,
      color: '#66707f',
    },
    runs: [{ text: node.placeholder }],
    wrap: true,
    maxLines: 0,
    lineSpacing: 0,
    fit: undefined,
  }
  return {
    type: 'container',
    style: { ...style, overflow: 'clip', backgroundColor: '#dfe4ea' },
    children: [icon, textPart(name, setting, around.latin)],
  }
}

/** Properties of an image's frame that a container around the image takes over. */
const outer = ['width', 'maxWidth', 'position', 'top', 'right', 'bottom', 'left'] as const

/**
 * An image with a maximum width and an aspect ratio, inside a container with its width: Takumi would compute the height from the width
 * before `maxWidth`.
 */
function framed(node: ImageNode, setting: Setting, around: Around): Part {
  const { style } = node
  const frame: Style = {}
  const inside: Style = { ...style, width: '100%' }
  for (const property of outer) Object.assign(frame, { [property]: style[property] })
  for (const property of outer) if (property !== 'width') inside[property] = undefined
  const child = imagePart({ ...node, style: inside }, setting, insideOf(node, around))
  return {
    type: 'container',
    style: partStyle({ ...node, style: frame }, base, around),
    children: [child],
  }
}

/** The size of a loaded image with its own size: as in HTML, as large as it is, within `width` and `maxHeight`. */
function naturalSize({ width: most, maxHeight }: Style, { width, height }: Size): Size {
  const scale = Math.min(1, Number(most) / width, Number(maxHeight ?? Infinity) / height)
  return { width: width * scale, height: height * scale }
}

function imagePart(node: ImageNode, setting: Setting, around: Around): Part {
  const { width, maxWidth, aspectRatio } = node.style
  if (width !== undefined && maxWidth !== undefined && aspectRatio !== undefined)
    return framed(node, setting, around)
  const picture = node.url === undefined ? undefined : setting.pictures.get(node.url)
  if (!picture) return placeholder(node, setting, around)
  const style = partStyle(node, { ...base, display: 'block', overflow: 'clip' }, around)
  if (node.natural) Object.assign(style, naturalSize(node.style, picture))
  // Takumi would stretch an SVG image with `cover`, but not as a background.
  if (picture.vector && node.fit === 'cover') {
    style['backgroundImage'] = `url("${picture.src}")`
    style['backgroundPosition'] = 'center'
    style['backgroundSize'] = 'cover'
    style['backgroundRepeat'] = 'no-repeat'
    return { type: 'container', style, children: [] }
  }
  style['objectFit'] = node.fit
  return { type: 'image', src: picture.src, style }
}

/** Converts a node and its children. */
export function part(node: TreeNode, setting: Setting, around: Around = outermost): Part {
  const made =
    node.kind === 'box'
      ? boxPart(node, setting, around)
      : node.kind === 'text'
        ? textPart(node, setting, around.latin)
        : imagePart(node, setting, around)
  setting.nodes.set(made, node)
  return made
}
