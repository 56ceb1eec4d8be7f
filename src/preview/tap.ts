/** What a tap does: LINE's actions, reduced to what they may hold. */
import type { Action } from '../spec/action.js'
import { record } from './read.js'

/** A clickable area: its action, and its name for screen readers. */
export interface Tap {
  readonly action: TapAction
  readonly label: string
}

/** An action as it came, without what no action has. Of an imagemap's, the ordinary action that does the same. */
export interface TapAction {
  readonly type: Action['type']
  readonly [property: string]: string | { readonly desktop: string }
}

/** What each action holds beside its type, in LINE's order. */
const properties: Readonly<Record<Action['type'], readonly string[]>> = {
  postback: ['label', 'data', 'displayText', 'text', 'inputOption', 'fillInText'],
  message: ['label', 'text'],
  uri: ['label', 'uri'],
  datetimepicker: ['label', 'data', 'mode', 'initial', 'max', 'min'],
  clipboard: ['label', 'clipboardText'],
  camera: ['label'],
  cameraRoll: ['label'],
  location: ['label'],
  richmenuswitch: ['label', 'richMenuAliasId', 'data'],
}

const isType = (type: unknown): type is Action['type'] =>
  typeof type === 'string' && Object.hasOwn(properties, type)

/** The clickable area of an action, if it is one. */
export function tapOf(value: unknown, name?: string): Tap | undefined {
  const action = record(value)
  if (!action || !isType(action['type'])) return undefined
  const kept: Record<string, string | { desktop: string }> = {}
  for (const property of properties[action['type']]) {
    const held = action[property]
    if (typeof held === 'string') kept[property] = held.slice(0, 5_000)
  }
  const desktop = record(action['altUri'])?.['desktop']
  if (typeof desktop === 'string') kept['altUri'] = { desktop: desktop.slice(0, 5_000) }
  const label = typeof kept['label'] === 'string' ? kept['label'] : ''
  return { action: { type: action['type'], ...kept }, label: label || (name ?? '') }
}

/** The same for an area of an imagemap, whose actions have other names for the same things. */
export function tapOfArea(value: unknown): Tap | undefined {
  const area = record(value)
  return area && tapOf(area['type'] === 'uri' ? { ...area, uri: area['linkUri'] } : area)
}
