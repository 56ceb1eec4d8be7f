/** Areas: their rectangle is an object in JSON, and props of their own in a component. */
import type { Kind } from '../jsx-runtime/component.js'
import { isJson, type Json } from './find.js'

const sides = ['x', 'y', 'width', 'height']

/** The sides as props, and what is beside them; undefined if the component could not put them back. */
export function withoutRectangle(
  json: Json,
  property: string,
): { rectangle: Json; rest: Json } | undefined {
  const { [property]: rectangle, ...rest } = json
  const isPlain =
    isJson(rectangle) &&
    Object.keys(rectangle).every((side) => sides.includes(side)) &&
    !sides.some((side) => Object.hasOwn(rest, side))
  return isPlain ? { rectangle, rest } : undefined
}

/** What an area is beside its rectangle: props, and the action that is its child. */
export function areaOf(
  kind: Kind,
  rest: Json,
  isLinkChild: boolean,
): { props: Json; action: Json | undefined } | undefined {
  if (kind === 'imagemapArea') {
    const action = plainAction(rest)
    return action && { props: {}, action }
  }
  if (kind === 'imagemapVideo') {
    const { externalLink, ...props } = rest
    const action = isLinkChild ? linkAction(externalLink) : undefined
    return action ? { props, action } : { props: rest, action }
  }
  const { action, ...props } = rest
  // All props of an area of a rich menu are its rectangle.
  if (Object.keys(props).length > 0 || (action !== undefined && !isJson(action))) return undefined
  return { props, action }
}

/** The action of an imagemap's area as all other places write it. */
function plainAction(action: Json): Json | undefined {
  const { linkUri, ...rest } = action
  if (action['type'] !== 'uri') return linkUri === undefined ? rest : undefined
  if (Object.hasOwn(rest, 'uri') || Object.hasOwn(rest, 'altUri')) return undefined
  return { ...rest, uri: linkUri }
}

/** The link at the end of an imagemap's video as an action. */
function linkAction(link: unknown): Json | undefined {
  if (!isJson(link)) return undefined
  const { linkUri, label, ...others } = link
  return Object.keys(others).length > 0 ? undefined : { type: 'uri', uri: linkUri, label }
}
