import { component } from '../../jsx-runtime/component.js'
import type { PictureContent } from '../layout/content.js'
import type { PartSize } from '../layout/part-size.js'
import type { PictureSource } from '../layout/picture-source.js'
import { readNumber, readSize } from './parts.js'
import { readOneOf } from './read-look.js'
import { type Names, refuseUnknown, sizeNames } from './known-props.js'

/** Props of {@link Picture}. */
export interface PictureProps extends PartSize {
  /** Bytes, a `URL` of a file, or a path, of a PNG, JPEG, GIF, WebP or a plain SVG. A path is relative to the option `base`. */
  source: PictureSource
  /** `contain` (the whole picture, by default) or `cover` (cut off, without empty room). */
  fit?: 'contain' | 'cover' | undefined
  /** Radius of the corners in pixels; 0 by default. */
  radius?: number | undefined
}

const names: Names<PictureProps> = { ...sizeNames, source: 1, fit: 1, radius: 1 }

/**
 * A picture in a cell. It has a height or a share (`flex`) of the cell, and the whole width unless it has a width.
 *
 * @example
 * <Cell><Picture source="./tea.jpg" height={400} fit="cover" />Tea</Cell>
 */
export const Picture = component(
  ['Picture', 'richMenuContent'],
  (props: PictureProps, compiler): PictureContent => {
    refuseUnknown(compiler, props, names)
    const { source, fit, radius, ...size } = props
    if (source === undefined)
      compiler.report('wrong_value', 'source is missing; it is a path, a URL of a file, or bytes', {
        property: 'source',
      })
    if (size.height === undefined && size.flex === undefined)
      compiler.report(
        'wrong_value',
        'a <Picture> has a height in pixels or a share of the cell: height={400} or flex={1}',
        { property: 'height' },
      )
    return {
      kind: 'picture',
      ...readSize(compiler, size),
      source,
      fit: readOneOf(compiler, 'fit', fit, ['contain', 'cover']) ?? 'contain',
      radius: readNumber(compiler, 'radius', radius, 0),
    }
  },
)
