/** Actions of taps: LINE's actions, with only the properties that LINE knows. */
import type { Action } from '../spec/action.js'
import { record } from './read.js'

/** A clickable area: its action, and its name for screen readers. */
export interface Tap {
  readonly action: TapAction
  readonly label: string
}

/** An action of a message, with only the properties that LINE knows. Actions of imagemaps become the normal action with the same effect. */
export interface TapAction {
  readonly type: Action['type']
  readonly [property: string]: string | { readonly desktop: string }
}

/** Properties of each action other than its type, in LINE's order. */
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

/** The clickable area of an action, if the value is one. */
export function tapOf(value: unknown, name?: string): Tap | undefined {
  const action = record(value)
  if (!action || !isType(action['type'])) return undefined
  const values: Record<string, string | { desktop: string }> = {}
  for (const property of properties[action['type']]) {
    const text = action[property]
    if (typeof text === 'string') values[property] = text.slice(0, 5_000)
  }
  const desktop = record(action['altUri'])?.['desktop']
  if (typeof desktop === 'string') values['altUri'] = { desktop: desktop.slice(0, 5_000) }
  const label = typeof values['label'] === 'string' ? values['label'] : ''
  return { action: { type: action['type'], ...values }, label: label || (name ?? '') }
}

/** The same for an area of an imagemap, whose actions have other names. */
export function tapOfArea(value: unknown): Tap | undefined {
  const area = record(value)
  return area && tapOf(area['type'] === 'uri' ? { ...area, uri: area['linkUri'] } : area)
}
