/** Actions that are tapped without a message. */
import { either } from '../../common/words.js'
import type { Action, ImagemapAction } from '../../spec/index.js'
import { isFields } from '../api/call.js'
import { bad, type Command } from './route.js'

/** Required properties of each type of action. In imagemaps the URL has another name. */
const needs: Record<Action['type'], readonly string[]> = {
  postback: ['data'],
  message: ['text'],
  uri: ['uri'],
  datetimepicker: ['data', 'mode'],
  richmenuswitch: ['richMenuAliasId', 'data'],
  clipboard: ['clipboardText'],
  camera: [],
  cameraRoll: [],
  location: [],
}

/** Reads the action of a body. @throws {EmulatorError} `option_invalid` */
export function actionIn({ body: { action } }: Command): Action | ImagemapAction {
  if (action === undefined) throw bad('label', 'a string (or area a number, or action an action)')
  if (!isFields(action)) throw bad('action', 'an action of a message, as JSON')
  const { type } = action
  if (typeof type !== 'string' || !Object.hasOwn(needs, type))
    throw bad('action.type', either(Object.keys(needs)))
  for (const name of needs[type as Action['type']])
    if (
      typeof action[name] !== 'string' &&
      !(name === 'uri' && typeof action['linkUri'] === 'string')
    )
      throw bad(`action.${name}`, 'a string')
  for (const [name, value] of Object.entries(action))
    if (name === 'altUri') {
      if (!isFields(value) || typeof value['desktop'] !== 'string')
        throw bad('action.altUri', '{ "desktop": a URL }')
    } else if (typeof value !== 'string' && name !== 'area') throw bad(`action.${name}`, 'a string')
  if (type === 'datetimepicker' && !['date', 'time', 'datetime'].includes(String(action['mode'])))
    throw bad('action.mode', 'date, time or datetime')
  return action as unknown as Action
}
