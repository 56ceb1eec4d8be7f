import { builtIn, component, type ComponentHost } from '../../jsx-runtime/component.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { UriChildren } from '../../components/children.js'
import { externalLink } from '../../components/imagemap/imagemap-action.js'
import type { UriAction } from '../../spec/action.js'
import { isBlank } from '../../spec/blank.js'
import type { ImagemapExternalLink, ImagemapVideo } from '../../spec/imagemap.js'
import type { GroundStyle } from '../layout/look.js'
import type { CellNode } from '../layout/node.js'
import type { PartSize } from '../layout/part-size.js'
import { readSize } from './parts.js'
import { readGround } from './read-look.js'
import { groundNames, type Names, refuseUnknown, sizeNames } from './known-props.js'

/** Props of {@link VideoCell}. */
export interface VideoCellProps extends PartSize, GroundStyle {
  /** The video: MP4 by https, at most {@limit files.video} MB. */
  originalContentUrl: string
  /** The image shown before it plays, by https, at most {@limit files.preview} MB. It should have the ratio of the cell. */
  previewImageUrl: string
  /** `<Uri>`: the link shown when the video has ended, with a label. */
  children?: UriChildren
}

const names: Names<VideoCellProps> = {
  ...{ ...sizeNames, ...groundNames },
  ...{ originalContentUrl: 1, previewImageUrl: 1, children: 1 },
}

/**
 * A cell of an imagemap in which a video plays. An imagemap has at most one. The video is exactly as large as the cell, without the gaps
 * around it.
 *
 * @example
 * <VideoCell height={585} originalContentUrl="https://example.com/tea.mp4" previewImageUrl="https://example.com/tea.jpg">
 *   <Uri label="More" uri="https://example.com/more" />
 * </VideoCell>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export const VideoCell = component(
  ['VideoCell', 'richMenuPart'],
  ({ children, ...props }: VideoCellProps, compiler): CellNode => {
    refuseUnknown(compiler, props, names)
    const { originalContentUrl, previewImageUrl } = props
    const externalLink = readLink(children, compiler)
    const video: Omit<ImagemapVideo, 'area'> = {
      originalContentUrl,
      previewImageUrl,
      ...(externalLink && { externalLink }),
    }
    const { ground } = readGround(compiler, props)
    return {
      kind: 'cell',
      ...readSize(compiler, props),
      action: undefined,
      tab: undefined,
      video,
      ...(ground && { look: ground }),
    }
  },
)

function readLink(children: unknown, compiler: ComponentHost): ImagemapExternalLink | undefined {
  const links: ImagemapExternalLink[] = []
  const refuse = (child?: object) =>
    compiler.report(
      'wrong_child',
      '<VideoCell> holds one <Uri> with `label` and `uri`, the link after the video',
      child && { child },
    )
  compiler.each(children, (leaf) => {
    if (typeof leaf === 'string') {
      if (!isBlank(leaf)) refuse()
      return
    }
    const definition = isElement(leaf) ? builtIn(leaf.type) : undefined
    if (isElement(leaf) && definition?.kind !== 'action' && definition?.kind !== 'raw') {
      refuse(leaf)
      return
    }
    const json = definition ? compiler.build(leaf as never, definition) : compiler.value(leaf)
    const link = externalLink(json as Partial<UriAction>, compiler)
    if (link) links.push(link)
    else refuse(leaf)
  })
  if (links.length > 1) refuse()
  return links[0]
}
