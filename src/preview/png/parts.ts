/** Converts the tree to the parts that Takumi draws. */
import { photos } from '../icons.js'
import type { BoxNode, ImageNode, Length, Run, Style, TextNode, TreeNode } from '../tree.js'
import type { Pictures } from './pictures.js'
import { type Around, base, insideOf, outermost, partStyle } from './part-style.js'
import type { Size } from './raster.js'
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

/** Whether a node is only visible with a pointer or an animation. */
const isUnseen = (node: TreeNode): boolean => node.role === 'area' || node.role === 'ending'

/** A text that shrinks to fit, on one line at its full size, without influence on the layout. */
function aside(node: TreeNode, setting: Setting, around: Around): Part {
  const made = part(node, setting, around)
  Object.assign(made.style, { position: 'absolute', maxWidth: 'none', width: 'max-content' })
  return made
}

/** A line of half a pixel. Takumi draws whole pixels: below a scale of 2, the line would often be lost. */
function thicken(style: PartStyle, scale: number): void {
  if (scale >= 2 || style['transform'] === undefined) return
  delete style['transform']
  style[style['width'] === 1 ? 'width' : 'height'] = 1 / scale
  style['opacity'] = scale / 2
}

function boxPart(node: BoxNode, setting: Setting, around: Around): Part {
  const style = partStyle(node, base, around)
  thicken(style, setting.scale)
  if (node.scrolls) style['overflow'] = 'hidden'
  if (isUnseen(node)) return { type: 'container', style: { ...style, opacity: 0 }, children: [] }
  const inside = insideOf(node, around)
  const convert = node.measures && setting.measuring ? aside : part
  const children = node.children.flatMap((child) => {
    const made = convert(child, setting, inside)
    return [...extras(made, child, node, setting, inside), made]
  })
  return { type: 'container', style, children }
}

/** Invisible parts before a child, where Takumi would compute another size than a browser. */
function extras(
  made: Part,
  child: TreeNode,
  { style }: BoxNode,
  setting: Setting,
  inside: Around,
): Part[] {
  const { maxHeight, marginTop } = child.style
  // In a column, Takumi counts the margin as part of the maximum height.
  if (style.flexDirection !== 'row' && typeof maxHeight === 'number' && marginTop !== undefined) {
    made.style['marginTop'] = 0
    return [{ type: 'container', style: { ...base, height: marginTop }, children: [] }]
  }
  // The width of a text comes from all of its lines, including those that are not drawn.
  if (child.kind === 'text' && child.maxLines > 0 && child.runs.some(hasLineBreak)) {
    const whole = textPart({ ...child, maxLines: 0 }, setting, inside.latin)
    Object.assign(whole.style, { height: 0, minHeight: 0, overflow: 'hidden', opacity: 0 })
    return [whole]
  }
  return []
}

const hasLineBreak = ({ text }: Run): boolean => text.includes('\n')

/** The part of an absolutely positioned box that the space around it and a number both limit: one container for each limit. */
function limitedTwice(node: BoxNode, setting: Setting, around: Around): Part {
  const frame: Style = { maxWidth: '100%' }
  const inside: Style = { ...node.style }
  for (const property of places) {
    Object.assign(frame, { [property]: node.style[property] })
    inside[property] = undefined
  }
  // Between top and bottom, the box is as high as its frame.
  if (node.style.top !== undefined && node.style.bottom !== undefined) inside.flexGrow = 1
  const outer: BoxNode = { ...node, style: frame }
  const inner = boxPart({ ...node, style: inside }, setting, insideOf(outer, around))
  setting.nodes.set(inner, node)
  return { type: 'container', style: partStyle(outer, base, around), children: [inner] }
}

const places = ['position', 'top', 'right', 'bottom', 'left'] as const

const isLimitedTwice = ({ style }: TreeNode): boolean =>
  style.position === 'absolute' &&
  typeof style.maxWidth === 'number' &&
  style.width === undefined &&
  typeof style.height !== 'string'

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
    style: { ...style, overflow: 'hidden', backgroundColor: '#dfe4ea' },
    children: [icon, textPart(name, setting, around.latin)],
  }
}

/** The own size of an image, within its maximum and with its own ratio. Takumi would cut it off at one of its sides. */
function ownSize({ width, maxHeight }: Style, picture: Size): PartStyle {
  const room = (maximum: Length | undefined, side: number): number =>
    typeof maximum === 'number' ? maximum / side : 1
  const scale = Math.min(1, room(width, picture.width), room(maxHeight, picture.height))
  return {
    width: picture.width * scale,
    height: picture.height * scale,
    aspectRatio: picture.width / picture.height,
  }
}

/** Properties of an image's frame that a container around the image takes over. */
const frames = ['width', 'maxWidth', ...places] as const

/**
 * An image with a maximum width and an aspect ratio, inside a container with its width: Takumi would compute the height from the width
 * before `maxWidth`.
 */
function framed(node: ImageNode, setting: Setting, around: Around): Part {
  const { style } = node
  const frame: Style = {}
  const inside: Style = { ...style, width: '100%' }
  for (const property of frames) Object.assign(frame, { [property]: style[property] })
  for (const property of frames) if (property !== 'width') inside[property] = undefined
  const child = imagePart({ ...node, style: inside }, setting, insideOf(node, around))
  return {
    type: 'container',
    style: partStyle({ ...node, style: frame }, base, around),
    children: [child],
  }
}

function imagePart(node: ImageNode, setting: Setting, around: Around): Part {
  const { width, maxWidth, aspectRatio } = node.style
  if (width !== undefined && maxWidth !== undefined && aspectRatio !== undefined)
    return framed(node, setting, around)
  const picture = node.url === undefined ? undefined : setting.pictures.get(node.url)
  if (!picture) return placeholder(node, setting, around)
  const style = partStyle(node, { ...base, display: 'block', overflow: 'hidden' }, around)
  if (node.natural) Object.assign(style, ownSize(node.style, picture))
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
  if (node.kind === 'box' && isLimitedTwice(node)) return limitedTwice(node, setting, around)
  const made =
    node.kind === 'box'
      ? boxPart(node, setting, around)
      : node.kind === 'text'
        ? textPart(node, setting, around.latin)
        : imagePart(node, setting, around)
  setting.nodes.set(made, node)
  return made
}
