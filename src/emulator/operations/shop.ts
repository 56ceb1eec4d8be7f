/** Mission stickers. @see https://developers.line.biz/en/reference/partner-docs/#send-mission-stickers-v3 */
import { refusal } from '../api/answer.js'
import type { Operation } from '../api/call.js'
import { isUserId } from '../api/parameters.js'
import { sentences } from '../api/sentences.js'

export const shop = {
  missionStickerV3: (call) => {
    const { to, productId, productType, sendPresentMessage } = call.json()
    if (
      !isUserId(to) ||
      typeof productId !== 'string' ||
      productType !== 'STICKER' ||
      sendPresentMessage !== false
    )
      throw refusal(400, sentences.missionInvalid)
    const { missionProducts, people } = call.world.state
    if (!people.has(to) || !missionProducts.includes(productId))
      throw refusal(404, sentences.missionNotFound)
    return {}
  },
} satisfies Record<string, Operation>
