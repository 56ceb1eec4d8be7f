import { component } from '../../jsx-runtime/component.js'
import type { Action } from '../../spec/action.js'
import type { ImagemapArea as Area } from '../../spec/imagemap.js'
import { onlyChild } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { ImagemapActionChildren } from '../children.js'
import { imagemapAction, imagemapActions } from './imagemap-action.js'

/** Props of {@link ImagemapArea}: a rectangle in base pixels. */
export interface ImagemapAreaProps extends Area {
  /** One `<Uri>`, `<MessageAction>` or `<Clipboard>`. */
  children?: ImagemapActionChildren
}

const child = onlyChild(
  rows.ImagemapArea,
  ['action'],
  `actions; it takes exactly one: ${imagemapActions}`,
)

/**
 * An area of an `<Imagemap>`, in pixels of its base size, and what a tap on it does.
 *
 * @example
 * <ImagemapArea x={0} y={0} width={520} height={585}>
 *   <MessageAction text="left" />
 * </ImagemapArea>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-action-objects
 */
export const ImagemapArea = component(
  rows.ImagemapArea,
  ({ children, ...props }: ImagemapAreaProps, compiler) => {
    const area = compiler.props({}, props) as Area
    const action = child(compiler, children)
    return action ? imagemapAction(action as Action, area, compiler) : { area }
  },
)
