/** Profiles, followers, read marks and loading animations. */
import {
  GetFollowersQuery_limit_default,
  GetFollowersQuery_limit_maximum,
  ShowLoadingAnimationRequest_loadingSeconds_default,
  ShowLoadingAnimationRequest_loadingSeconds_maximum,
  ShowLoadingAnimationRequest_loadingSeconds_minimum,
  ShowLoadingAnimationRequest_loadingSeconds_multipleOf,
} from '../../spec/generated/numbers.js'
import { refusal } from '../api/answer.js'
import { isFields, type Operation } from '../api/call.js'
import { detailsRefusal } from '../api/check-messages.js'
import { isUserId } from '../api/parameters.js'
import { sentences } from '../api/sentences.js'
import { limitOf, pageOf } from './paging.js'
import { hasProfile, isReached } from './reach.js'

const LINK_TOKEN_LIFE = 10 * 60_000

const getProfile: Operation = (call) => {
  const person = call.world.state.people.get(call.param('userId'))
  if (!person || !hasProfile(person)) throw refusal(404, sentences.notFound)
  const { userId, displayName, pictureUrl, statusMessage, language, consents } = person
  return {
    json: {
      userId,
      displayName,
      pictureUrl,
      statusMessage,
      ...(consents && { language }),
    },
  }
}

const getFollowers: Operation = (call) => {
  const { people, account } = call.world.state
  if (!account.verified) throw refusal(403, sentences.accessUnavailable)
  const limit = limitOf(call, {
    usual: GetFollowersQuery_limit_default,
    most: GetFollowersQuery_limit_maximum,
  })
  const followers = () => [...people.values()].filter(isReached).map(({ userId }) => userId)
  const { items, next } = pageOf(call, followers, limit)
  return { json: { userIds: items, ...(next !== undefined && { next }) } }
}

const issueLinkToken: Operation = ({ world, params }) => {
  const userId = params['userId']!
  if (!world.state.people.has(userId)) throw refusal(404, sentences.notFound)
  const linkToken = world.chance.token(32)
  world.state.linkTokens.set(linkToken, {
    userId,
    expires: world.now + LINK_TOKEN_LIFE,
    used: false,
  })
  return { json: { linkToken } }
}

const showLoadingAnimation: Operation = (call) => {
  const { chatId, loadingSeconds = ShowLoadingAnimationRequest_loadingSeconds_default } =
    call.json()
  const wrong = []
  if (chatId === undefined) wrong.push({ message: sentences.mayNotBeEmpty, property: 'chatId' })
  else if (!isUserId(chatId)) wrong.push({ message: sentences.onlyUserId, property: 'chatId' })
  if (typeof loadingSeconds !== 'number')
    throw refusal(400, sentences.invalidProperty("'loadingSeconds'"))
  if (
    loadingSeconds < ShowLoadingAnimationRequest_loadingSeconds_minimum ||
    loadingSeconds > ShowLoadingAnimationRequest_loadingSeconds_maximum
  )
    wrong.push({
      message: sentences.mustBeBetween(
        ShowLoadingAnimationRequest_loadingSeconds_minimum,
        ShowLoadingAnimationRequest_loadingSeconds_maximum,
      ),
      property: 'loadingSeconds',
    })
  if (loadingSeconds % ShowLoadingAnimationRequest_loadingSeconds_multipleOf !== 0)
    wrong.push({ message: sentences.multipleOfFive, property: 'loadingSeconds' })
  if (wrong.length > 0) throw detailsRefusal(wrong)
  const chat = call.world.chatOf(chatId as string)
  if (chat) {
    chat.loadingUntil = call.world.now + loadingSeconds * 1_000
    call.world.journal.publish({ type: 'change', what: `loading ${chat.id}` })
  }
  return { json: {} }
}

const markMessagesAsReadByToken: Operation = (call) => {
  const { markAsReadToken } = call.json()
  const found = typeof markAsReadToken === 'string' ? call.world.toRead(markAsReadToken) : undefined
  if (!found) throw refusal(400, sentences.invalidMarkAsReadToken)
  call.world.reads(found.chat, found.entry)
  return { json: {} }
}

const markMessagesAsRead: Operation = (call) => {
  const { chat } = call.json()
  const userId = isFields(chat) ? chat['userId'] : undefined
  if (!isUserId(userId)) throw refusal(400, sentences.invalidProperty("'chat.chatId'"))
  const found = call.world.state.chats.get(userId)
  const last = found?.entries.findLast(({ from }) => from === userId)
  if (found && last) call.world.reads(found, last)
  return { json: {} }
}

export const chats = {
  getProfile,
  getFollowers,
  issueLinkToken,
  showLoadingAnimation,
  markMessagesAsReadByToken,
  markMessagesAsRead,
} satisfies Record<string, Operation>
