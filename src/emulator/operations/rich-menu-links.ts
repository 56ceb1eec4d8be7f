/** Rich menus of users. */
import { refusal } from '../api/answer.js'
import type { Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import { isReached } from './reach.js'
import { changed, menuIn, menuOf } from './rich-menus.js'
import { userIdsOf } from './sending.js'

const place = (i: number) => `'userIds[${i}]'`

export const richMenuLinks = {
  linkRichMenuIdToUser: (call) => {
    const { richMenuId, image } = menuOf(call)
    if (!image) throw refusal(400, sentences.richMenuNeedsImage, [])
    const person = call.world.state.people.get(call.param('userId'))
    // For other ids LINE accepts the request and does nothing.
    if (person && isReached(person)) person.richMenuId = richMenuId
    changed(call)
    return { json: {} }
  },
  getRichMenuIdOfUser: (call) => {
    const richMenuId = call.world.state.people.get(call.param('userId'))?.richMenuId
    if (richMenuId === undefined) throw refusal(404, sentences.noUserRichMenu, [])
    return { json: { richMenuId } }
  },
  unlinkRichMenuIdFromUser: (call) => {
    const person = call.world.state.people.get(call.param('userId'))
    if (person) delete person.richMenuId
    changed(call)
    return { json: {} }
  },
  linkRichMenuIdToUsers: (call) => {
    const { richMenuId, userIds } = call.json()
    const ids = userIdsOf(userIds, 'userIds', place)
    const menu = menuIn(call, richMenuId)
    if (!menu.image) throw refusal(400, sentences.richMenuNeedsImage, [])
    for (const id of ids) {
      const person = call.world.state.people.get(id)
      if (person && isReached(person)) person.richMenuId = menu.richMenuId
    }
    changed(call)
    return { json: {} }
  },
  unlinkRichMenuIdFromUsers: (call) => {
    for (const id of userIdsOf(call.json()['userIds'], 'userIds', place)) {
      const person = call.world.state.people.get(id)
      if (person) delete person.richMenuId
    }
    changed(call)
    return { json: {} }
  },
} satisfies Record<string, Operation>
