import type { ImagemapAreaChildren } from '../../components/children.js'
import { imagemapAction } from '../../components/imagemap/imagemap-action.js'
import { type MessageProps, once } from '../../components/message.js'
import { component, type ComponentHost } from '../../jsx-runtime/component.js'
import type { ElementNode } from '../../jsx-runtime/element.js'
import type { ImagemapAction, ImagemapMessage, ImagemapVideo } from '../../spec/imagemap.js'
import { labelLimits } from '../../spec/label-limits.js'
import { limits } from '../../spec/limits.js'
import type { PlacedCell } from '../layout/lay-out.js'
import type { PictureSource } from '../layout/picture-source.js'
import { setImagemapDetails } from './imagemap-details.js'
import { readVersion } from './imagemap-version.js'
import { ownerOf, type PartChildren, type Parts, readParts } from './parts.js'
import { refuseCell, surfaceNames, surfaceOf, type SurfaceProps, withLabel } from './surface.js'
import { type Names, refuseUnknown } from './known-props.js'

/** Props of {@link Imagemap}. */
export interface ImagemapProps extends SurfaceProps, MessageProps {
  /** Where LINE loads the picture: `https://bot.example.com/maps/shop` for `…/maps/shop/1040`. `imagemapHandler` serves it there. */
  baseUrl: string
  /** Text in notifications and in the list of chats. */
  altText: string
  /** Height in pixels; the width is {@limit imagemapWidth}. */
  height: number
  /**
   * The picture, if it is not drawn from the cells: its bytes, a `URL` of a file, or a path. A path is relative to the option `base`. It has
   * the ratio of the imagemap, and is reduced to the widths that LINE asks for.
   */
  picture?: PictureSource | undefined
  /**
   * Added to `baseUrl`, so that a changed picture is loaded again: letters, digits, `.`, `-` and `_`; or `auto` for a hash of what the
   * picture is drawn from. Files are not a part of that hash.
   */
  version?: string | undefined
  /**
   * Parts below each other: `<Row>`, `<Column>`, `<Cell>` and `<VideoCell>`; `<Place>` at any place; `<ImagemapArea>` and `<ImagemapVideo>`
   * of `fukidashi` in pixels; `<QuickReply>`, `<Sender>`.
   */
  children?: PartChildren | ImagemapAreaChildren
}

const names: Names<ImagemapProps> = {
  ...{ ...surfaceNames, baseUrl: 1, altText: 1, height: 1, picture: 1, version: 1 },
  ...{ quickReply: 1, sender: 1, children: 1 },
}

/**
 * An imagemap that is laid out from cells, with its picture. It becomes an ordinary imagemap message. Cells hold `<Uri>`, `<MessageAction>` or
 * `<Clipboard>`.
 *
 * @example
 * <Imagemap baseUrl="https://bot.example.com/maps/shop" altText="Tea or sweets?" height={520} gap={20} padding={20}>
 *   <Row gap={20}>
 *     <Cell background="#2f6b4f" color="#ffffff"><MessageAction text="tea" />Tea</Cell>
 *     <Cell background="#803030" color="#ffffff"><Uri uri="https://example.com/sweets" />Sweets</Cell>
 *   </Row>
 * </Imagemap>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export const Imagemap = component(['Imagemap', 'message'], (props: ImagemapProps, compiler) => {
  refuseUnknown(compiler, props, names)
  const { baseUrl, altText, height, picture, quickReply, sender } = props
  const json = compiler.props({ type: 'imagemap' }, { quickReply, sender }) as ImagemapMessage
  const { parts, actions, video } = childrenOf(props, json, compiler)
  const size = { width: limits.imagemapWidth, height }
  const { cells, drawing } = surfaceOf(
    props,
    parts,
    { ...size, height: Number.isInteger(height) && height > 0 ? height : size.width },
    compiler,
    'the imagemap',
  )
  const version = readVersion(props, drawing, compiler)
  Object.assign(json, {
    baseUrl:
      version === undefined || typeof baseUrl !== 'string' ? baseUrl : `${baseUrl}/${version}`,
    altText,
    baseSize: size,
    actions: [...actionsOf(cells, compiler), ...actions],
  })
  for (const one of [...videoOf(cells, compiler), ...video]) once(compiler, json, 'video', one)
  setImagemapDetails(json, { picture, drawing, baseUrl, version })
  return json
})

/** Parts, and free areas and videos: these may lie over parts. */
function childrenOf(
  { children }: ImagemapProps,
  json: ImagemapMessage,
  compiler: ComponentHost,
): { parts: Parts; actions: ImagemapAction[]; video: ImagemapVideo[] } {
  const actions: ImagemapAction[] = []
  const video: ImagemapVideo[] = []
  const parts = readParts(children, compiler, {
    holds:
      '<Row>, <Column>, <Cell>, <VideoCell>, <Place>, <ImagemapArea>, <ImagemapVideo>, <QuickReply> and <Sender>',
    take: (child, definition) => {
      if (!definition) {
        actions.push(compiler.value(child) as ImagemapAction)
        return true
      }
      const build = () => compiler.build(child as ElementNode, definition)
      switch (definition.kind) {
        case 'imagemapArea':
        case 'raw':
          actions.push(build() as ImagemapAction)
          return true
        case 'imagemapVideo':
          video.push(build() as ImagemapVideo)
          return true
        case 'quickReply':
        case 'sender':
          once(compiler, json, definition.kind, build())
          return true
        default:
          return false
      }
    },
  })
  return { parts, actions, video }
}

function actionsOf(cells: readonly PlacedCell[], compiler: ComponentHost): object[] {
  return cells.flatMap(({ cell, area }) => {
    const { action, tab } = cell
    if (tab !== undefined)
      refuseCell(compiler, cell, '<Tab> is not permitted in <Imagemap>; it is for <RichMenu>')
    if (!action || tab !== undefined) return []
    const host: Parameters<typeof imagemapAction>[2] = {
      parent: 'Cell',
      moved: (from, to) => compiler.moved(from, to),
      report: (code, message) => compiler.report(code, message, ownerOf(cell)),
    }
    const labelled = withLabel(action, cell, labelLimits.imagemap.label.max)
    return [compiler.moved(cell, imagemapAction(labelled, area, host))]
  })
}

/** The video of a cell. It plays in the box of this: gaps stay free. Another one is refused. */
function videoOf(cells: readonly PlacedCell[], compiler: ComponentHost): ImagemapVideo[] {
  const [first, ...others] = cells.filter(({ cell }) => cell.video)
  for (const { cell } of others)
    refuseCell(compiler, cell, '<Imagemap> has video twice; say it once')
  if (!first?.cell.video) return []
  return [compiler.moved(first.cell, { ...first.cell.video, area: first.box })]
}
