/** Messages in events, and their parts. */
import type { Fact } from './fact.js'

export const messages: Record<string, Fact> = {
  MessageContent: {
    members: {
      text: 'TextMessageContent',
      image: 'ImageMessageContent',
      video: 'VideoMessageContent',
      audio: 'AudioMessageContent',
      file: 'FileMessageContent',
      location: 'LocationMessageContent',
      sticker: 'StickerMessageContent',
    },
    required: ['type', 'id'],
    properties: { type: 'string', id: 'string' },
  },
  ContentProvider: {
    required: ['type'],
    properties: {
      type: ['line', 'external'],
      originalContentUrl: 'string',
      previewImageUrl: 'string',
    },
  },
  TextMessageContent: {
    required: ['type', 'id', 'text', 'quoteToken'],
    properties: {
      type: 'string',
      id: 'string',
      text: 'string',
      emojis: 'Emoji[]',
      mention: 'Mention',
      quoteToken: 'string',
      quotedMessageId: 'string',
      markAsReadToken: 'string',
    },
  },
  Emoji: {
    required: ['index', 'length', 'productId', 'emojiId'],
    properties: { index: 'number', length: 'number', productId: 'string', emojiId: 'string' },
  },
  Mention: { required: ['mentionees'], properties: { mentionees: 'Mentionee[]' } },
  Mentionee: {
    members: { user: 'UserMentionee', all: 'AllMentionee' },
    required: ['type', 'index', 'length'],
    properties: { type: 'string', index: 'number', length: 'number' },
  },
  UserMentionee: {
    required: ['type', 'index', 'length'],
    properties: {
      type: 'string',
      index: 'number',
      length: 'number',
      userId: 'string',
      isSelf: 'boolean',
    },
  },
  AllMentionee: {
    required: ['type', 'index', 'length'],
    properties: { type: 'string', index: 'number', length: 'number' },
  },
  ImageMessageContent: {
    required: ['type', 'id', 'contentProvider', 'quoteToken'],
    properties: {
      type: 'string',
      id: 'string',
      contentProvider: 'ContentProvider',
      imageSet: 'ImageSet',
      quoteToken: 'string',
      markAsReadToken: 'string',
    },
  },
  ImageSet: { required: ['id'], properties: { id: 'string', index: 'number', total: 'number' } },
  VideoMessageContent: {
    required: ['type', 'id', 'contentProvider', 'quoteToken'],
    properties: {
      type: 'string',
      id: 'string',
      duration: 'number',
      contentProvider: 'ContentProvider',
      quoteToken: 'string',
      markAsReadToken: 'string',
    },
  },
  AudioMessageContent: {
    required: ['type', 'id', 'contentProvider'],
    properties: {
      type: 'string',
      id: 'string',
      contentProvider: 'ContentProvider',
      duration: 'number',
      markAsReadToken: 'string',
    },
  },
  FileMessageContent: {
    required: ['type', 'id', 'fileName', 'fileSize'],
    properties: {
      type: 'string',
      id: 'string',
      fileName: 'string',
      fileSize: 'number',
      markAsReadToken: 'string',
    },
  },
  LocationMessageContent: {
    required: ['type', 'id', 'latitude', 'longitude'],
    properties: {
      type: 'string',
      id: 'string',
      title: 'string',
      address: 'string',
      latitude: 'number',
      longitude: 'number',
      markAsReadToken: 'string',
    },
  },
  StickerMessageContent: {
    required: ['type', 'id', 'packageId', 'stickerId', 'stickerResourceType', 'quoteToken'],
    properties: {
      type: 'string',
      id: 'string',
      packageId: 'string',
      stickerId: 'string',
      stickerResourceType: [
        'STATIC',
        'ANIMATION',
        'SOUND',
        'ANIMATION_SOUND',
        'POPUP',
        'POPUP_SOUND',
        'CUSTOM',
        'MESSAGE',
        'NAME_TEXT',
        'PER_STICKER_TEXT',
      ],
      keywords: 'string[]',
      text: 'string',
      quoteToken: 'string',
      quotedMessageId: 'string',
      markAsReadToken: 'string',
    },
  },
}
