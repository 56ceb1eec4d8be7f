/** People: who they are, what they write, tap and do. */
import { isFields } from '../api/call.js'
import { EmulatorError } from '../errors.js'
import type { MediaOptions } from '../people/media.js'
import type { TapTarget } from '../people/tapping.js'
import type { TextPart } from '../people/text.js'
import type { Turn } from '../people/turn.js'
import { actionIn } from './action.js'
import { bad, type Command, type ControlRoute } from './route.js'
import { shownChat, shownPerson } from './shown.js'

const common = {
  in: 'Id or name of the group where it happens; the chat with the bot by default',
  settle: 'false: do not wait for the bot',
}

function textIn(command: Command): string | TextPart[] {
  const { text, parts } = command.body
  if (typeof text === 'string') return text
  if (!Array.isArray(parts)) throw bad('text', 'a string (or parts a list)')
  const strange = parts.findIndex((part) => !isPart(part))
  if (strange !== -1)
    throw bad(
      `parts[${strange}]`,
      'a string, { "mention": "all", "bot" or an id } or { "emoji": { "productId", "emojiId" } }',
    )
  return parts as TextPart[]
}

function isPart(part: unknown): part is TextPart {
  if (typeof part === 'string') return true
  if (!isFields(part)) return false
  const { mention, emoji } = part
  if (typeof mention === 'string') return true
  return (
    isFields(emoji) &&
    typeof emoji['productId'] === 'string' &&
    typeof emoji['emojiId'] === 'string'
  )
}

function targetIn(command: Command): TapTarget {
  const label = command.text('label')
  if (label !== undefined) return label
  const area = command.whole('area', 0)
  const of = command.word('of', ['richMenu', 'message'])
  if (area !== undefined) return { area, ...(of && { in: of }) }
  return actionIn(command)
}

const mediaIn = (command: Command): MediaOptions => ({
  bytes: command.bytes('data'),
  contentType: command.text('contentType'),
  preview: command.bytes('preview'),
  preparing: command.whole('preparing', 0),
  failed: command.boolean('failed'),
  duration: command.whole('duration', 0),
})

const placeIn = (command: Command) => ({
  latitude: command.number('latitude'),
  longitude: command.number('longitude'),
  title: command.text('title'),
  address: command.text('address'),
})

function send(command: Command): Promise<Turn> {
  const user = command.person()
  const options = { ...command.where(), quotes: command.text('quotes') }
  const media = mediaIn(command)
  switch (command.body['type']) {
    case 'sticker':
      return user.sendsSticker(
        { packageId: command.text('packageId'), stickerId: command.text('stickerId') },
        options,
      )
    case 'image': {
      const count = command.whole('count', 1, 20) ?? 1
      if (count === 1) return user.sendsImage(media, options)
      return user.sendsImages(Array<MediaOptions>(count).fill(media), options)
    }
    case 'video':
      return user.sendsVideo(media, options)
    case 'audio':
      return user.sendsAudio(media, options)
    case 'file':
      return user.sendsFile({ ...media, fileName: command.text('fileName') }, options)
    case 'location':
      return user.sendsLocation(placeIn(command), options)
    default:
      throw bad('type', 'sticker, image, video, audio, file or location')
  }
}

/** What `does` knows. */
const deeds =
  'follow, block, unblock, unsend, edit, read, beacon, watch, play, link, membership, notified, activate or deactivate'

function act(command: Command): Turn | undefined | Promise<Turn> {
  const user = command.person()
  const options = command.where()
  switch (command.body['what']) {
    case 'follow':
      return user.follows(options)
    case 'block':
      return user.blocks(options)
    case 'unblock':
      return user.unblocks(options)
    case 'unsend':
      return user.unsends(command.text('messageId'), options)
    case 'edit': {
      const messageId = command.text('messageId')
      return user.edits(textIn(command), {
        ...options,
        ...(messageId !== undefined && { messageId }),
      })
    }
    case 'read':
      user.reads(options)
      return undefined
    case 'beacon': {
      const type = command.word('type', ['enter', 'banner', 'stay'])
      return user.meetsBeacon({
        ...options,
        hwid: command.text('hwid'),
        type,
        dm: command.text('dm'),
      })
    }
    case 'watch':
      return user.watches(command.text('trackingId'), options)
    case 'play':
      return user.plays({
        ...options,
        messageId: command.text('messageId'),
        percent: command.number('percent'),
      })
    case 'notified':
      return user.isNotified(command.text('data'), options)
    case 'activate':
      return user.activates({ ...options, expireAt: command.number('expireAt') })
    case 'deactivate':
      return user.deactivates(options)
    case 'link':
      return user.linksAccount({
        ...options,
        linkToken: command.needed('linkToken'),
        nonce: command.needed('nonce'),
        fails: command.boolean('fails'),
      })
    case 'membership':
      return membership(command)
    default:
      throw bad('what', deeds)
  }
}

function membership(command: Command): Promise<Turn> {
  const user = command.person()
  const options = command.where()
  const id = command.number('membershipId')
  if (id === undefined) throw bad('membershipId', 'a number')
  switch (command.body['type']) {
    case 'joined':
      return user.joinsMembership(id, options)
    case 'left':
      return user.leavesMembership(id, options)
    case 'renewed':
      return user.renewsMembership(id, options)
    default:
      throw bad('type', 'joined, left or renewed')
  }
}

function make(command: Command): unknown {
  const name = command.text('name')
  if (name === undefined || name === '') throw bad('name', 'a name')
  const id = command.text('id')
  if (id !== undefined && !/^U[0-9a-f]{32}$/.test(id))
    throw new EmulatorError('bad_option', 'An id is U and 32 hexadecimal digits in lower case.')
  return shownPerson(
    command.line.user(name, {
      id,
      friend: command.boolean('friend'),
      blocked: command.boolean('blocked'),
      deleted: command.boolean('deleted'),
      pictureUrl: command.text('pictureUrl'),
      statusMessage: command.text('statusMessage'),
      language: command.text('language'),
      consents: command.boolean('consents'),
      phone: command.text('phone'),
      gender: command.word('gender', ['male', 'female']),
      age: command.whole('age', 0),
      appType: command.word('appType', ['ios', 'android']),
      area: command.text('area'),
    }),
  )
}

export const peopleRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/people',
    about: 'Everybody whom the channel knows',
    run: ({ line }) => line.users.map(shownPerson),
  },
  {
    method: 'POST',
    path: '/people',
    about: 'Makes a person, or changes the one of that name',
    body: {
      name: 'Shown in the chat',
      friend: 'true by default',
      blocked: 'Has blocked the account',
      deleted: 'The account is gone',
      language: 'BCP 47, such as ja',
      id: 'U and 32 hexadecimal digits; made up by default',
      'pictureUrl, statusMessage, consents, phone, gender, age, appType, area': 'As they say',
    },
    example: { name: 'Aki' },
    run: make,
  },
  {
    method: 'GET',
    path: '/people/{person}',
    about: 'One person, by id or name, with the names of all that can be tapped',
    run: (command) => ({ ...shownPerson(command.person()), sees: command.person().sees() }),
  },
  {
    method: 'POST',
    path: '/people/{person}/says',
    about: 'Writes a text; answers when the bot has done all that it does about it',
    body: {
      text: 'The words',
      parts:
        'Instead: words, { "mention": "all" | "bot" | id }, { "emoji": { "productId", "emojiId" } }',
      quotes: 'Id of a message that is quoted',
      ...common,
    },
    example: { text: 'hi' },
    run: (command) =>
      command
        .person()
        .says(textIn(command), { ...command.where(), quotes: command.text('quotes') }),
  },
  {
    method: 'POST',
    path: '/people/{person}/taps',
    about:
      'Taps a quick reply, a button of the newest message that has it, or an area of the rich menu',
    body: {
      label: 'Its label, or the words on it',
      area: 'Instead: number of an area of a rich menu or imagemap, from 0',
      of: '"richMenu" or "message", with area',
      action: 'Instead: an action as JSON',
      pick: 'What is chosen in a date or time picker',
      'latitude, longitude, title, address': 'Of a location button',
      ...common,
    },
    example: { label: 'Buy' },
    run: (command) =>
      command.person().taps(targetIn(command), {
        ...command.where(),
        pick: command.text('pick'),
        location: placeIn(command),
      }),
  },
  {
    method: 'POST',
    path: '/people/{person}/sends',
    about: 'Sends something that is no text',
    body: {
      type: 'sticker, image, video, audio, file or location',
      data: 'Bytes as base64; a stand-in by default',
      'contentType, preview, fileName, duration, count': 'Of media',
      preparing: 'Milliseconds for which LINE answers 202 to whoever wants the bytes',
      failed: 'LINE cannot make anything of it',
      'packageId, stickerId': 'Of stickers',
      'latitude, longitude, title, address': 'Of places',
      quotes: 'Id of a message that is quoted',
      ...common,
    },
    example: { type: 'image' },
    run: send,
  },
  {
    method: 'POST',
    path: '/people/{person}/does',
    about: 'Does something else',
    body: {
      what: deeds,
      messageId: 'Of unsend, edit and play; the last one by default',
      'text, parts': 'Of edit',
      'hwid, type, dm': 'Of beacon',
      trackingId: 'Of watch; that of the last video by default',
      percent: 'Of play: how far; 100 by default',
      data: "Of notified, a notification message that arrived: its tag; the hash of the person's phone number by default",
      expireAt:
        'Of activate, a module channel that gets the chat (or loses it: deactivate): in milliseconds since 1970; in an hour by default',
      'linkToken, nonce, fails': 'Of link',
      'membershipId, type': 'Of membership: joined, left or renewed',
      ...common,
    },
    example: { what: 'block' },
    run: act,
  },
  {
    method: 'GET',
    path: '/people/{person}/messages',
    about: 'What the bot has sent to somebody, as it sent it, oldest first',
    run: (command) => command.person().messages,
  },
  {
    method: 'GET',
    path: '/people/{person}/chat',
    about:
      'Everything in the chat of somebody with the bot, oldest first; what the bot has read is marked so',
    run: (command) => shownChat(command.line.state.chats.get(command.person().id)),
  },
]
