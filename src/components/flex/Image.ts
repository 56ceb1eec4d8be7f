import type { Props } from '../../jsx-runtime/types.js'
import type { FlexImage } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { ActionChildren } from '../children.js'

/** Props of {@link Image}: `action` may be the child. */
export interface FlexImageProps extends Props<FlexImage> {
  /** One action. */
  children?: ActionChildren
}

/**
 * An image: JPEG or PNG by https, at most {@limit pictureSide} × {@limit pictureSide} pixels and {@limit files.image} MB.
 *
 * @example
 * <Flex.Image url="https://example.com/tea.jpg" size="full" aspectRatio="20:13" aspectMode="cover" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-image
 */
export const Image = fromRow<FlexImageProps>(rows.FlexImage)
