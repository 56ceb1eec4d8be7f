/** Calls, messages and events, in words that a person would use. */
import { expect, it } from 'vitest'
import {
  callInWords,
  messageInWords,
  refusalOf,
  sentInWords,
  webhookInWords,
} from '../../src/page/inspector/in-words.js'
import { storiesOf } from '../../src/page/inspector/stories.js'
import { AKI, call, KEN, nameOf, TEAM, text, webhook } from './records.js'

const bubble = { type: 'bubble' }

it.each([
  [{ type: 'text', text: 'Hello\n  there' }, 'Text: Hello there'],
  [{ type: 'textV2', text: 'Hi' }, 'Text: Hi'],
  [
    {
      type: 'flex',
      altText: 'Our teas',
      contents: { type: 'carousel', contents: [bubble, bubble] },
    },
    'Flex carousel, 2 bubbles: Our teas',
  ],
  [{ type: 'flex', altText: 'Receipt', contents: bubble }, 'Flex bubble: Receipt'],
  [{ type: 'template', altText: 'Pick', template: { type: 'buttons' } }, 'Buttons: Pick'],
  [{ type: 'template', altText: 'Sure?', template: { type: 'confirm' } }, 'Confirm: Sure?'],
  [
    { type: 'template', altText: 'Teas', template: { type: 'carousel', columns: [{}, {}, {}] } },
    'Carousel, 3 columns: Teas',
  ],
  [
    { type: 'template', altText: 'Teas', template: { type: 'image_carousel', columns: [{}] } },
    'Image carousel, 1 images: Teas',
  ],
  [{ type: 'imagemap', altText: 'Map' }, 'Imagemap: Map'],
  [{ type: 'location', title: 'Shop' }, 'Location: Shop'],
  [{ type: 'sticker' }, 'Sticker'],
  [{ type: 'image' }, 'Picture'],
  [{ type: 'video' }, 'Video'],
  [{ type: 'audio' }, 'Voice message'],
  [{ type: 'coupon' }, 'Coupon'],
  [{ type: 'strange' }, 'Message of type strange'],
  [{ type: 'text', text: 'Hi', quickReply: { items: [{}, {}] } }, 'Text: Hi (2 quick replies)'],
  // What LINE refuses is shown too.
  [{ type: 'text' }, 'Text: '],
  [{ type: 'flex', altText: 7, contents: null }, 'Flex bubble: '],
  [{ type: 'template', altText: 'a', template: 'b' }, 'Message of type undefined'],
  [null, 'Message of type undefined'],
  ['hi', 'Message of type undefined'],
])('says what %j is', (message, words) => {
  expect(messageInWords(message)).toBe(words)
})

it('shortens a long text', () => {
  expect(messageInWords({ type: 'text', text: 'a'.repeat(5_000) }).length).toBeLessThan(140)
})

const inWords = (record: ReturnType<typeof call>) => {
  const story = storiesOf([text(1, 'hi'), record])[0]!
  return callInWords(record, story, nameOf)
}

it.each([
  [call(2, 'replyMessage', { replyToken: 'token1' }), 'Reply to Aki'],
  [call(2, 'pushMessage', { to: TEAM }), 'Push to Team'],
  [call(2, 'multicast', { to: [AKI, KEN] }), 'Send to 2 people'],
  [call(2, 'broadcast', {}), 'Send to all friends'],
  [call(2, 'showLoadingAnimation', { chatId: AKI }), 'Show the loading animation to Aki'],
  [call(2, 'getProfile', '', { path: `/v2/bot/profile/${KEN}` }), 'Get the profile of Ken'],
  [call(2, 'createRichMenu', {}), 'createRichMenu'],
  [call(2, undefined, '', { method: 'GET', path: '/v2/nowhere' }), 'GET /v2/nowhere'],
])('says what a call does and who receives it', (record, words) => {
  expect(inWords(record)).toBe(words)
})

it('lists what a call sends, message by message', () => {
  const messages = [{ type: 'text', text: 'a' }, { type: 'sticker' }]
  expect(sentInWords(call(1, 'replyMessage', { messages }))).toEqual(['Text: a', 'Sticker'])
  expect(sentInWords(call(1, 'replyMessage', { messages: 'none' }))).toEqual([])
})

it('says why LINE refused a call', () => {
  expect(
    refusalOf(call(1, 'replyMessage', {}, { answer: '{"message":"Invalid reply token"}' })),
  ).toBe('Invalid reply token')
  expect(refusalOf(call(1, 'replyMessage', {}, { answer: 'Bad gateway' }))).toBe('Bad gateway')
  expect(refusalOf(call(1, 'replyMessage', {}, { answer: '', fault: 'connection closed' }))).toBe(
    'connection closed',
  )
})

const source = { type: 'user', userId: AKI }

it.each([
  [{ type: 'message', source, message: { type: 'text', text: 'menu' } }, 'Aki wrote “menu”'],
  [{ type: 'message', source, message: { type: 'sticker' } }, 'Aki sent: Sticker'],
  [
    { type: 'message', source, message: { type: 'location', title: 'Home' } },
    'Aki sent: Location: Home',
  ],
  [{ type: 'postback', source, postback: { data: 'buy=1' } }, 'Aki tapped “buy=1”'],
  [{ type: 'follow', source, follow: { isUnblocked: false } }, 'Aki added the account as a friend'],
  [{ type: 'follow', source, follow: { isUnblocked: true } }, 'Aki unblocked the account'],
  [{ type: 'unfollow', source }, 'Aki blocked the account'],
  [{ type: 'unsend', source }, 'Aki unsent a message'],
  [{ type: 'join', source: { type: 'group', groupId: TEAM } }, 'Tea joined'],
  [{ type: 'memberJoined', source, joined: { members: [{ userId: KEN }, {}] } }, 'Ken, ? joined'],
  [{ type: 'beacon', source }, 'Aki came near a beacon'],
  [{ type: 'videoPlayComplete', source }, 'Aki watched a video to the end'],
  [{ type: 'membership', source }, 'membership from Aki'],
  [{ type: 'botSuspended' }, 'botSuspended'],
])('says what a person did: %j', (event, words) => {
  expect(webhookInWords(webhook(1, event), nameOf)).toBe(words)
})

it('says that a webhook without events is a verification', () => {
  const empty = { ...text(1, ''), body: '{"destination":"U","events":[]}' }
  expect(webhookInWords(empty, nameOf)).toBe('The webhook URL was verified')
})
