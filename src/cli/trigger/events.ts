/** Events that can be sent, and the deeds of people that cause them. */
import type { Emulator, Group, User } from '../../emulator/index.js'

/** The people and the group of an event. */
export interface Cast {
  line: Emulator
  /** A friend of the account. */
  user: User
  /** The chat: the group of `--group`; `undefined` for the chat with the bot. */
  in: Group | undefined
  /** A group that the bot is in, and one that it is not in. */
  group: Group
  /** Everything after this belongs to the event; what comes before it is not sent. */
  begins: () => void
}

interface EventKind {
  about: string
  /** What the text after the name is; absent if there is none. */
  content?: string
  run: (cast: Cast, content: string | undefined) => Promise<unknown>
}

/** What people do without waiting for a bot. */
const other = { id: 'U' + '4'.repeat(32) }

export const events: Readonly<Record<string, EventKind>> = {
  text: {
    about: 'a text message',
    content: 'the text; hello by default',
    run: ({ user, in: chat }, text = 'hello') => user.says(text, { in: chat }),
  },
  sticker: {
    about: 'a sticker',
    run: ({ user, in: chat }) => user.sendsSticker({}, { in: chat }),
  },
  image: { about: 'an image', run: ({ user, in: chat }) => user.sendsImage({}, { in: chat }) },
  video: { about: 'a video', run: ({ user, in: chat }) => user.sendsVideo({}, { in: chat }) },
  audio: {
    about: 'a voice message',
    run: ({ user, in: chat }) => user.sendsAudio({}, { in: chat }),
  },
  file: { about: 'a file', run: ({ user, in: chat }) => user.sendsFile({}, { in: chat }) },
  location: {
    about: 'a location',
    run: ({ user, in: chat }) => user.sendsLocation({}, { in: chat }),
  },
  postback: {
    about: 'a tap on a button with postback data',
    content: 'the data; action=test by default',
    run: ({ user, in: chat }, data = 'action=test') =>
      user.taps({ type: 'postback', label: 'Test', data }, { in: chat }),
  },
  follow: {
    about: 'a person adds the account as a friend',
    run: ({ user }) => {
      user.person.friend = false
      return user.follows()
    },
  },
  unfollow: { about: 'a person blocks the account', run: ({ user }) => user.blocks() },
  join: {
    about: 'the bot is invited to a group',
    run: ({ line, user }) => line.group('New', [user], { bot: false }).invitesBot(),
  },
  leave: { about: 'the bot is removed from a group', run: ({ group }) => group.removesBot() },
  memberJoined: {
    about: 'a person joins a group',
    run: ({ line, group }) => group.adds(line.user('Ken', other)),
  },
  memberLeft: { about: 'a person leaves a group', run: ({ group, user }) => group.removes(user) },
  unsend: {
    about: 'a person unsends a message',
    run: async ({ user, in: chat, begins }) => {
      const { messageId } = await user.says('hello', { in: chat })
      begins()
      return user.unsends(messageId, { in: chat })
    },
  },
  videoPlayComplete: {
    about: 'a person watches a video to its end',
    content: 'its trackingId; test by default',
    run: ({ user }, trackingId = 'test') => user.watches(trackingId),
  },
  beacon: { about: 'a person comes near a LINE Beacon', run: ({ user }) => user.meetsBeacon() },
  verify: {
    about: 'no event, as the button “Verify” of the console sends',
    run: ({ line }) => line.verify(),
  },
}

/** Events of which the first deed is not sent. */
export const isPrepared = (name: string): boolean => name === 'unsend'

/** A row for each event, for the help. */
export function eventList(): string {
  const width = Math.max(...Object.keys(events).map((name) => name.length))
  return Object.entries(events)
    .map(([name, { about, content }]) => {
      const more = content === undefined ? '' : `; CONTENT is ${content}`
      return `  ${name.padEnd(width)}  ${about}${more}`
    })
    .join('\n')
}
