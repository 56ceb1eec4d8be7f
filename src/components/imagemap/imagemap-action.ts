/** Actions in the form that imagemaps have for them. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import type { Action } from '../../spec/action.js'
import type { ImagemapAction, ImagemapArea } from '../../spec/imagemap.js'

/** The actions that imagemaps have, as in JSX. */
export const imagemapActions = '<Uri>, <MessageAction> or <Clipboard>'

/** Puts an action on an area of an imagemap. */
export function imagemapAction(
  action: Action,
  area: ImagemapArea,
  compiler: ComponentHost,
): object {
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
        `<${compiler.parent}> cannot hold an action of type ${JSON.stringify(action.type)}; it takes ${imagemapActions}`,
      )
      return { ...action, area }
  }
}
