/** Module channels. @see https://developers.line.biz/en/reference/partner-docs/#module-channel */
import {
  AcquireChatControlRequest_ttl_default,
  AcquireChatControlRequest_ttl_maximum,
  AcquireChatControlRequest_ttl_minimum,
  GetModulesQuery_limit_default,
  GetModulesQuery_limit_maximum,
} from '../../spec/generated/numbers.js'
import { oauthRefusal, refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import { activated, attach, deactivated, detach, give, hold } from '../people/modules.js'
import type { Chat } from '../state/people.js'
import { limitOf, pageOf } from './paging.js'
import { reportFailure } from '../webhook/webhooks.js'

/** Milliseconds for which a channel keeps control of a chat that it acquired. LINE does not publish its value. */
const CONFLICT = 5_000

/** @throws {Refusal} 404 */
function chatOf(call: Call): Chat {
  const id = call.param('chatId')
  const person = call.world.state.people.get(id)
  const chat = call.world.chatOf(id)
  if (!chat?.botInside || (person && !person.friend)) throw refusal(404, sentences.notFound)
  return chat
}

/** Credentials in the form, or in the Basic scheme. */
function credentials(call: Call, form: URLSearchParams): [string | null, string | null] {
  const basic = /^Basic +(\S+)$/i.exec(call.header('authorization') ?? '')?.[1]
  if (basic === undefined) return [form.get('client_id'), form.get('client_secret')]
  const [id = '', secret = ''] = atob(basic).split(':')
  return [id, secret]
}

export const modules = {
  attachModule: (call) => {
    const { state } = call.world
    const form = call.form()
    const [id, secret] = credentials(call, form)
    if (id !== state.account.channelId)
      throw oauthRefusal('invalid_client', sentences.invalidClientId)
    if (secret !== state.account.channelSecret)
      throw oauthRefusal('invalid_client', sentences.invalidClientSecret)
    const { codes } = state.modules
    const permitted = codes.find(({ code }) => code === form.get('code'))
    if (form.get('grant_type') !== 'authorization_code' || !permitted)
      throw oauthRefusal('invalid_grant')
    codes.splice(codes.indexOf(permitted), 1)
    const { scopes } = permitted
    attach(call.world, { scopes, settle: false }).catch(reportFailure)
    return { json: { bot_id: state.account.userId, scopes } }
  },
  detachModule: (call) => {
    const { botId } = call.json()
    const { modules: attached, account } = call.world.state
    if (botId !== undefined && botId !== account.userId) throw refusal(400, sentences.idUnavailable)
    if (!attached.attached) throw refusal(400, sentences.notDetachable)
    detach(call.world, { settle: false }).catch(reportFailure)
    return { json: {} }
  },
  getModules: (call) => {
    const { userId, basicId, premiumId, displayName, pictureUrl } = call.world.state.account
    const bots = { [userId]: { userId, basicId, premiumId, displayName, pictureUrl } }
    const { attached } = call.world.state.modules
    const limit = limitOf(call, {
      usual: GetModulesQuery_limit_default,
      most: GetModulesQuery_limit_maximum,
    })
    const { items, next } = pageOf(call, () => (attached ? [userId] : []), limit)
    return {
      json: { bots: items.map((id) => bots[id]), ...(next !== undefined && { next }) },
    }
  },
  acquireChatControl: (call) => {
    const chat = chatOf(call)
    const { expired = true, ttl = AcquireChatControlRequest_ttl_default } = call.json()
    if (
      expired !== false &&
      (typeof ttl !== 'number' ||
        ttl < AcquireChatControlRequest_ttl_minimum ||
        ttl > AcquireChatControlRequest_ttl_maximum)
    )
      throw refusal(400, sentences.invalidProperty("'ttl'"))
    const { world } = call
    if (chat.takenAt !== undefined && world.now - chat.takenAt < CONFLICT)
      throw refusal(423, sentences.controlConflict)
    hold(chat, expired === false ? Number.MAX_SAFE_INTEGER : world.now + Number(ttl) * 1_000)
    world.webhooks.announce([activated(world, chat)])
    return { json: {} }
  },
  releaseChatControl: (call) => {
    const chat = chatOf(call)
    if (!chat.control) return { json: {} }
    give(chat)
    call.world.webhooks.announce([deactivated(call.world, chat)])
    return { json: {} }
  },
} satisfies Record<string, Operation>
