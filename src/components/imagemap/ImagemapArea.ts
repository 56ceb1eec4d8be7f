import type { ComponentHost } from '../../jsx-runtime/component.js'
import { component } from '../../jsx-runtime/component.js'
import type { Action } from '../../spec/action.js'
import type { ImagemapAction, ImagemapArea as Area } from '../../spec/imagemap.js'
import { onlyChild } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { ImagemapActionChildren } from '../children.js'

/** Props of {@link ImagemapArea}: a rectangle in base pixels. */
export interface ImagemapAreaProps extends Area {
  /** One `<Uri>`, `<MessageAction>` or `<Clipboard>`. */
  children?: ImagemapActionChildren
}

const actions = '<Uri>, <MessageAction> or <Clipboard>'
const child = onlyChild(rows.ImagemapArea, ['action'], `actions; it takes exactly one: ${actions}`)

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

/** An action in the form that imagemaps have for it. */
function imagemapAction(action: Action, area: Area, compiler: ComponentHost): object {
  switch (action.type) {
    case 'uri': {
      const { uri, altUri, ...rest } = action
      if (altUri)
        compiler.report(
          'wrong_value',
          'an imagemap opens one address everywhere; leave out `altUri`',
        )
      return { ...rest, linkUri: uri, area } satisfies ImagemapAction
    }
    case 'message':
    case 'clipboard':
      return { ...action, area } satisfies ImagemapAction
    default:
      compiler.report(
        'wrong_child',
        `<ImagemapArea> cannot hold an action of type ${JSON.stringify(action.type)}; it takes ${actions}`,
      )
      return { ...action, area }
  }
}
