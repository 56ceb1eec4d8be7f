/** Values and options that deeds take. The generated interfaces, and bodies of the control API, come from here. */
import type { Field, Shape } from './deed.js'

export const text = (about: string, more: Partial<Field> = {}): Field => ({
  kind: 'text',
  type: 'string',
  about,
  ...more,
})

const number = (about: string, more: Partial<Field> = {}): Field => ({
  kind: 'number',
  type: 'number',
  about,
  ...more,
})

const whole = (about: string, ...range: [number, number?]): Field => ({
  kind: 'whole',
  type: 'number',
  about,
  range,
})

const boolean = (about: string): Field => ({ kind: 'boolean', type: 'boolean', about })

const word = (about: string, words: readonly string[], type: string): Field => ({
  kind: 'word',
  type,
  about,
  words,
})

const bytes = (about: string, body: Readonly<Record<string, string>>): Field => ({
  kind: 'bytes',
  type: 'Uint8Array',
  about,
  body,
})

export const texts = (about: string): Field => ({
  kind: 'texts',
  type: 'readonly string[]',
  about,
})

/** A value that only code can pass. */
const code = (type: string, about: string): Field => ({ kind: 'code', type, about, body: {} })

/** An object of a shape. */
export const shape = (name: string, about: string): Field => ({
  kind: 'shape',
  type: name,
  about,
  shape: name,
})

export const parts: Field = {
  kind: 'parts',
  type: 'string | readonly TextPart[]',
  about:
    "The text, or its parts: people of the emulator (mentioned), `line.bot`, `{ mention: 'all' }`, `{ emoji: { productId, emojiId } }`.",
  required: true,
  body: {
    text: 'The text',
    parts:
      'Parts instead: texts, { "mention": "all" | "bot" | id }, { "emoji": { "productId", "emojiId" } }',
  },
}

export const target: Field = {
  kind: 'target',
  type: 'TapTarget',
  about:
    'The words on it: its label, or any text in it; `{ area: 0 }` of a rich menu or imagemap, or an action as JSON.',
  required: true,
  body: {
    label: 'The words on it: its label, or any text in it',
    area: 'Instead: number of an area of a rich menu or imagemap, from 0',
    of: '"richMenu" or "message", together with area',
    action: 'Instead: an action as JSON',
  },
}

export const people: Field = {
  kind: 'people',
  type: 'Member | readonly Member[]',
  about: 'People of the emulator.',
  required: true,
  body: { people: 'Ids or names of people' },
}

export const images: Field = {
  kind: 'shapes',
  type: 'readonly MediaOptions[]',
  shape: 'MediaOptions',
  about: 'One for each picture.',
  required: true,
  body: { count: 'How many pictures, from 1 to 20; 1 by default' },
}

export const membershipId: Field = number('Id of a membership that the account offers', {
  required: true,
})

export const messageId = text('Id of the message; the last one of this person by default')

export const newName: Field = {
  kind: 'text',
  type: 'string',
  about: 'The new name.',
  required: true,
}

export const language = text('Language as a BCP 47 tag, such as ja; unknown to the bot by default')

export const trackingId = text('`trackingId` of the video; that of the last one by default')

export const notifiedData = text(
  'Tag of the notification message; the hash of the phone number by default',
)

export const on: Field = { ...boolean('`false`: back to active.'), body: {} }

/** Shapes by the name of their interface. */
export const shapes: Readonly<Record<string, Shape>> = {
  TurnOptions: {
    about: 'Whether to wait for the bot.',
    fields: {
      settle: boolean(
        '`false`: do not wait for the bot. By default a deed resolves when the bot has finished all its work.',
      ),
      quiet: whole(
        'Milliseconds without an API call after which the bot is considered finished. By default 100 for a bot at a URL, and 0 for one in this process.',
        0,
      ),
    },
  },
  In: {
    about: 'Where it happens.',
    fields: {
      in: {
        kind: 'code',
        type: 'GroupChat | string',
        about: 'A group or room, or its name or id. The chat with the bot by default.',
        body: { in: 'Id or name of a group; the chat with the bot by default' },
      },
    },
  },
  WriteOptions: {
    about: 'How a message is sent.',
    extends: ['TurnOptions'],
    fields: { quotes: text('Id of the message that is quoted.') },
  },
  EditOptions: {
    about: 'Which message is edited.',
    fields: { messageId },
  },
  MediaOptions: {
    about:
      'A picture, video, recording or file. By default a sample as phones send them: a JPEG, an MP4 or an M4A.',
    fields: {
      bytes: bytes('Content; a sample by default.', {
        data: 'Content as base64; a sample by default',
      }),
      contentType: text('Media type, such as image/png.'),
      preview: bytes('Preview picture of an image or a video.', {
        preview: 'Preview picture as base64',
      }),
      preparing: whole(
        'Milliseconds for which LINE prepares the content and answers 202; 0 by default.',
        0,
      ),
      failed: boolean('LINE fails to prepare the content.'),
      external: code(
        '{ originalContentUrl: string; previewImageUrl?: string }',
        'Address of the content, for media sent from LIFF apps: LINE has no bytes of it.',
      ),
      duration: whole(
        'Milliseconds, of videos and recordings; those of the content by default, if it is MP4 or M4A.',
        0,
      ),
    },
  },
  FileOptions: {
    about: 'A file; a text file by default.',
    extends: ['MediaOptions'],
    fields: { fileName: text('Name of the file; file.txt by default.') },
  },
  StickerOptions: {
    about: 'A sticker; by default one that bots may send too.',
    fields: {
      packageId: text('Package of the sticker.'),
      stickerId: text('Id of the sticker.'),
      resourceType: text('Kind of the sticker, such as ANIMATION; STATIC by default.', {
        type: 'StickerResourceType',
      }),
      keywords: texts('Keywords of the sticker, at most 15; some greetings by default.'),
      text: text(
        'Text that the user entered, of at most 100 characters; only with the resourceType MESSAGE.',
      ),
    },
  },
  PlaceOptions: {
    about: 'A place; Tokyo Station by default, with title and address.',
    fields: {
      latitude: number('Degrees north.'),
      longitude: number('Degrees east.'),
      title: text('Name of the place.'),
      address: text('Address of the place.'),
    },
  },
  TapOptions: {
    about: 'What the person enters when a button asks for something.',
    extends: ['TurnOptions'],
    fields: {
      pick: text('The choice in a date or time picker; its initial value by default.'),
      images: code('readonly MediaOptions[]', 'Pictures of the camera or the camera roll.'),
      video: code('MediaOptions', 'A video instead of pictures.'),
      location: shape('PlaceOptions', 'The place of a location button.'),
    },
  },
  BeaconOptions: {
    about: 'A LINE Beacon.',
    fields: {
      hwid: text('Hardware id of the beacon; d41d8cd98f by default.'),
      type: word(
        'Type of the beacon event: enter (by default), banner or stay.',
        ['enter', 'banner', 'stay'],
        'BeaconType',
      ),
      dm: text('Device message of the beacon, in hexadecimal.'),
    },
  },
  LinkOptions: {
    about:
      "The query of LINE's page that links accounts: the link token, and a nonce of your service.",
    fields: {
      linkToken: text('Link token that the bot issued.', { required: true }),
      nonce: text('Nonce of your service, of 10 to 255 characters.', { required: true }),
      fails: boolean("Linking fails on LINE's side."),
    },
  },
  PlayOptions: {
    about: 'Which message is played, and how much of it.',
    extends: ['TurnOptions'],
    fields: {
      messageId: text('Id of the message; the newest video or recording by default.'),
      percent: number('How far it is played, from 0 to 100; to the end by default.'),
    },
  },
  ActivateOptions: {
    about: 'How long the channel controls the chat.',
    fields: {
      expireAt: number('Until when, in milliseconds since 1970; in an hour by default.'),
    },
  },
  ModuleOptions: {
    about: 'Permissions of the module channel.',
    extends: ['TurnOptions'],
    fields: { scopes: texts('Permissions; message:send and message:receive by default.') },
  },
}
