/** Calls, messages and events in words. */
import type { CallRecord, FailureRecord, WebhookRecord } from '../../emulator/index.js'
import type { Message } from '../../spec/index.js'
import type { WebhookEvent } from '../../spec/webhook/index.js'
import { say, words } from '../i18n/language.js'
import { kindOf } from '../phone/entry-text.js'
import { chatsOfCall, type Story } from './stories.js'
import { eventsOf, requestOf } from './records.js'

/** Names of people, groups and the bot by id. */
export type NameOf = (id: string) => string

/** Characters of a text that a row has room for. */
const LONGEST = 120

const short = (text: unknown): string => {
  const line = (typeof text === 'string' ? text : '').replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

type Loose = Readonly<Record<string, unknown>>

const countOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

/** A message of a bot in words: “Flex carousel, 4 bubbles: Our teas”. It may be invalid. */
export function messageInWords(message: unknown): string {
  const { type, text, altText, title, contents, template, quickReply } = (message ??
    {}) as Loose & { contents?: Loose; template?: Loose; quickReply?: Loose }
  const replies = countOf(quickReply?.['items'])
  const said = bareWords(String(type) as Message['type'], {
    what: short(text ?? altText ?? title),
    contents: contents ?? {},
    template: template ?? {},
  })
  return replies > 0 ? `${said} (${say('quickReplyCount', { count: replies })})` : said
}

function bareWords(
  type: Message['type'],
  { what, contents, template }: { what: string; contents: Loose; template: Loose },
): string {
  switch (type) {
    case 'text':
    case 'textV2':
      return say('sentText', { what })
    case 'flex':
      return contents['type'] === 'carousel'
        ? say('sentBubbles', { what, count: countOf(contents['contents']) })
        : say('sentBubble', { what })
    case 'template':
      return templateInWords(template, what)
    case 'imagemap':
      return say('sentImagemap', { what })
    case 'location':
      return say('sentLocation', { what })
    case 'sticker':
      return words.value.sentSticker
    case 'image':
      return words.value.sentImage
    case 'video':
      return words.value.sentVideo
    case 'audio':
      return words.value.sentAudio
    case 'coupon':
      return words.value.sentCoupon
    default:
      return say('sentOther', { what: String(type) })
  }
}

function templateInWords({ type, columns, text }: Loose, altText: string): string {
  const what = altText || short(text)
  switch (type) {
    case 'buttons':
      return say('sentButtons', { what })
    case 'confirm':
      return say('sentConfirm', { what })
    case 'carousel':
      return say('sentColumns', { what, count: countOf(columns) })
    case 'image_carousel':
      return say('sentImages', { what, count: countOf(columns) })
    default:
      return say('sentOther', { what: String(type) })
  }
}

const messagesIn = (call: CallRecord): readonly unknown[] => {
  const { messages } = requestOf(call)
  return Array.isArray(messages) ? messages : []
}

/** What a call sends, a line for each message. */
export const sentInWords = (call: CallRecord): string[] => messagesIn(call).map(messageInWords)

/** A call in words: “Reply to Aki”. LINE's own name for operations without words. */
export function callInWords(call: CallRecord, story: Story, nameOf: NameOf): string {
  const chats = chatsOfCall(call)
  const named = chats === 'all' || chats.size === 0 ? story.chats : chats
  const who = named === 'all' ? '' : [...named].map(nameOf).join(', ')
  const { to } = requestOf(call)
  switch (call.operation) {
    case 'replyMessage':
      return say('callReply', { who })
    case 'pushMessage':
      return say('callPush', { who })
    case 'multicast':
      return say('callMulticast', { count: countOf(to) })
    case 'broadcast':
      return words.value.callBroadcast
    case 'narrowcast':
      return words.value.callNarrowcast
    case 'showLoadingAnimation':
      return say('callLoading', { who })
    case 'getProfile':
    case 'getGroupMemberProfile':
    case 'getRoomMemberProfile':
      return say('callProfile', { who: nameOf(call.path.split(/[/?]/).at(-1) ?? '') })
    case 'getMessageContent':
      return words.value.callContent
    case 'markMessagesAsRead':
    case 'markMessagesAsReadByToken':
      return words.value.callRead
    default:
      return call.operation ?? `${call.method} ${call.path}`
  }
}

/** Why LINE refused a call. */
export function refusalOf({ answer, fault }: CallRecord): string {
  try {
    const { message } = JSON.parse(String(answer)) as { message?: unknown }
    if (typeof message === 'string') return short(message)
  } catch {
    // The answer is not JSON.
  }
  return short(answer === '' ? (fault ?? '') : String(answer))
}

/** What a person did. */
export function eventInWords(event: WebhookEvent, nameOf: NameOf): string {
  const { source } = event as {
    source?: { userId?: string; groupId?: string; roomId?: string }
  }
  const id = source?.userId ?? source?.groupId ?? source?.roomId
  const who = id === undefined ? '' : nameOf(id)
  const memberNames = (members: { userId?: string }[]) =>
    members.map(({ userId }) => (userId === undefined ? '?' : nameOf(userId))).join(', ')
  switch (event.type) {
    case 'message': {
      const { message } = event as { message: { type: string; text?: string; title?: string } }
      return message.text === undefined
        ? say('storySent', {
            who,
            what: [kindOf(message.type), message.title].filter(Boolean).join(': '),
          })
        : say('storyText', { who, what: short(message.text) })
    }
    case 'messageEdited': {
      const { message } = event as unknown as { message?: { text?: string } }
      return say('storyEdited', { who, what: short(message?.text) })
    }
    case 'postback':
      return say('storyTapped', { who, what: short(event.postback.data) })
    case 'follow':
      return say(event.follow.isUnblocked ? 'unblocked' : 'followed', { who })
    case 'unfollow':
      return say('blocked', { who })
    case 'unsend':
      return say('unsent', { who })
    case 'join':
      return say('botJoined', { who: nameOf('bot') })
    case 'leave':
      return say('botLeft', { who: nameOf('bot') })
    case 'memberJoined':
      return say('joined', { who: memberNames(event.joined.members) })
    case 'memberLeft':
      return say('left', { who: memberNames(event.left.members) })
    case 'beacon':
      return say('storyBeacon', { who })
    case 'videoPlayComplete':
      return say('storyWatched', { who })
    case 'accountLink':
      return say('storyLinked', { who })
    default:
      return who === '' ? event.type : say('storyOther', { what: event.type, who })
  }
}

/** What happened, so that the bot got a webhook. */
export function webhookInWords(record: WebhookRecord, nameOf: NameOf): string {
  const events = eventsOf(record)
  return events.length === 0
    ? words.value.storyVerify
    : events.map((event) => eventInWords(event, nameOf)).join(' · ')
}

export const failureInWords = ({ name, message }: FailureRecord): string =>
  `${name}: ${short(message.split('\n', 1)[0])}`
