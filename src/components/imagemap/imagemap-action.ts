/** Actions in the form that imagemaps have for them. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import type { Action, UriAction } from '../../spec/action.js'
import type { ImagemapArea, ImagemapExternalLink } from '../../spec/imagemap.js'

/** The actions that imagemaps have, as in JSX. */
export const imagemapActions = '<Uri>, <MessageAction> or <Clipboard>'

/** The link of a video as imagemaps have it; undefined for another action. */
export function externalLink(
  action: Partial<UriAction>,
  compiler: ComponentHost,
): ImagemapExternalLink | undefined {
  const { type, uri, label, ...rest } = action
  return type === 'uri' && Object.keys(rest).length === 0
    ? compiler.moved(action, { linkUri: uri!, label: label! })
    : undefined
}

/** Puts an action on an area of an imagemap. */
export function imagemapAction(
  action: Action,
  area: ImagemapArea,
  compiler: Pick<ComponentHost, 'parent' | 'report' | 'moved'>,
): object {
  const { uri, altUri, ...rest } = action as Partial<UriAction>
  const { type } = action
  if (type === 'uri') {
    if (altUri)
      compiler.report('wrong_value', 'an imagemap opens one address everywhere; leave out `altUri`')
    return compiler.moved(action, { ...rest, linkUri: uri, area })
  }
  if (type === 'message' || type === 'clipboard') return compiler.moved(action, { ...action, area })
  compiler.report(
    'wrong_child',
    `<${compiler.parent}> cannot hold an action of type ${JSON.stringify(type)}; it takes ${imagemapActions}`,
  )
  // Without the action: that it is in a wrong place is one problem.
  return { area }
}
