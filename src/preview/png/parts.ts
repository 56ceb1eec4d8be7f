/** Converts the tree to the parts that Takumi draws. */
import { photos } from '../icons.js'
import type { BoxNode, ImageNode, Style, TextNode, TreeNode } from '../tree.js'
import type { Pictures } from './pictures.js'
import type { Part, PartStyle } from './takumi.js'
import { textPart, type TextSetting } from './text-part.js'

/** Data for the conversion. */
export interface Setting extends TextSetting {
  readonly pictures: Pictures
  /** The node of each part. */
  readonly nodes: Map<Part, TreeNode>
  /** Whether the parts are only for measuring texts that shrink to fit. */
  readonly measuring: boolean
}

/** Default style of all nodes. */
const base: PartStyle = {
  display: 'flex',
  flexDirection: 'column',
  flexShrink: 0,
  position: 'relative',
  boxSizing: 'border-box',
  minWidth: 0,
  borderWidth: 0,
}

/** A style without its `undefined` properties. */
export function partStyle(style: Style, start: PartStyle): PartStyle {
  const all: PartStyle = { ...start }
  for (const property in style) {
    const value = style[property as keyof Style]
    if (value !== undefined && property !== 'fontFamily') all[property] = value
  }
  return all
}

/** Whether a node is only visible with a pointer or an animation. */
const isUnseen = (node: TreeNode): boolean => node.role === 'area' || node.role === 'ending'

/** A text that shrinks to fit, on one line at its full size, without influence on the layout. */
function aside(node: TreeNode, setting: Setting): Part {
  const made = part(node, setting)
  Object.assign(made.style, { position: 'absolute', maxWidth: 'none', width: 'max-content' })
  return made
}

function boxPart(node: BoxNode, setting: Setting): Part {
  const style = partStyle(node.style, base)
  if (node.scrolls) style['overflow'] = 'hidden'
  const children = isUnseen(node)
    ? []
    : node.children.map((child) =>
        node.measures && setting.measuring ? aside(child, setting) : part(child, setting),
      )
  if (isUnseen(node)) style['opacity'] = 0
  return { type: 'container', style, children }
}

const emptyFrame = photos('#8a95a4')

/** A grey box with an icon and the placeholder text. */
function placeholder(node: ImageNode, setting: Setting): Part {
  const style = partStyle(node.style, base)
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
    spaces: false,
    maxLines: 0,
    lineSpacing: 0,
    fit: undefined,
  }
  return {
    type: 'container',
    style: { ...style, overflow: 'hidden', backgroundColor: '#dfe4ea' },
    children: [icon, textPart(name, setting)],
  }
}

function imagePart(node: ImageNode, setting: Setting): Part {
  const picture = node.url === undefined ? undefined : setting.pictures.get(node.url)
  if (!picture) return placeholder(node, setting)
  const style = partStyle(node.style, { ...base, display: 'block', overflow: 'hidden' })
  if (node.natural) style['aspectRatio'] = picture.width / picture.height
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
export function part(node: TreeNode, setting: Setting): Part {
  const made =
    node.kind === 'box'
      ? boxPart(node, setting)
      : node.kind === 'text'
        ? textPart(node, setting)
        : imagePart(node, setting)
  setting.nodes.set(made, node)
  return made
}
