/** Rich menu aliases. */
import { apiLimits } from '../../spec/api/limits.js'
import { validateRequestJson } from '../../validation/requests/index.js'
import { refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { refuseErrors } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'
import { changed, ownMenu } from './rich-menus.js'

/** An existing alias. @throws {Refusal} 404 */
function aliasOf(call: Call): { richMenuAliasId: string; richMenuId: string } {
  const richMenuAliasId = call.param('richMenuAliasId')
  const richMenuId = call.world.state.richMenuAliases.get(richMenuAliasId)
  if (richMenuId === undefined) throw refusal(404, sentences.aliasNotFound, [])
  return { richMenuAliasId, richMenuId }
}

/** An existing rich menu with an image. @throws {Refusal} 400 */
function nameable(call: Call, richMenuId: string): string {
  if (!ownMenu(call, richMenuId)?.image) throw refusal(400, sentences.richMenuNotFound, [])
  return richMenuId
}

/** A valid body. @throws {Refusal} 400 */
function checked(given: object): { richMenuAliasId: string; richMenuId: string } {
  refuseErrors(validateRequestJson(given, 'rich-menu-alias'))
  return given as { richMenuAliasId: string; richMenuId: string }
}

export const aliases = {
  createRichMenuAlias: (call) => {
    const { richMenuAliasId, richMenuId } = checked(call.json())
    const { richMenuAliases } = call.world.state
    const id = nameable(call, richMenuId)
    if (richMenuAliases.has(richMenuAliasId)) throw refusal(400, sentences.aliasConflict, [])
    if (richMenuAliases.size >= apiLimits.richMenus.aliases)
      throw refusal(400, sentences.tooManyAliases, [])
    richMenuAliases.set(richMenuAliasId, id)
    changed(call)
    return { json: {} }
  },
  getRichMenuAliasList: ({ world }) => ({
    json: {
      aliases: [...world.state.richMenuAliases].map(([richMenuAliasId, richMenuId]) => ({
        richMenuAliasId,
        richMenuId,
      })),
    },
  }),
  getRichMenuAlias: (call) => ({ json: aliasOf(call) }),
  updateRichMenuAlias: (call) => {
    const { richMenuAliasId } = aliasOf(call)
    const { richMenuId } = checked({ ...call.json(), richMenuAliasId })
    call.world.state.richMenuAliases.set(richMenuAliasId, nameable(call, richMenuId))
    changed(call)
    return { json: {} }
  },
  deleteRichMenuAlias: (call) => {
    call.world.state.richMenuAliases.delete(aliasOf(call).richMenuAliasId)
    changed(call)
    return { json: {} }
  },
} satisfies Record<string, Operation>
