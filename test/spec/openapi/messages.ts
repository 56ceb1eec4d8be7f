// Made by scripts/openapi-names.ts from messaging-api.yml of github.com/line/line-openapi at 6e4c2a2. Not written by hand.
import type { LineSchema } from './schema.ts'

export const messages: Record<string, LineSchema> = {
  Message: {
    members: {
      text: 'TextMessage',
      textV2: 'TextMessageV2',
      sticker: 'StickerMessage',
      image: 'ImageMessage',
      video: 'VideoMessage',
      audio: 'AudioMessage',
      location: 'LocationMessage',
      imagemap: 'ImagemapMessage',
      template: 'TemplateMessage',
      flex: 'FlexMessage',
      coupon: 'CouponMessage',
    },
    required: ['type'],
    properties: { type: 'string', quickReply: 'QuickReply', sender: 'Sender' },
  },
  QuickReply: { properties: { items: 'QuickReplyItem[]' } },
  QuickReplyItem: { properties: { imageUrl: 'string', action: 'Action', type: 'string' } },
  Sender: { properties: { name: 'string', iconUrl: 'string' } },
  TextMessage: {
    required: ['type', 'text'],
    properties: {
      type: ['text'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      text: 'string',
      emojis: 'Emoji[]',
      quoteToken: 'string',
    },
  },
  Emoji: { properties: { index: 'integer', productId: 'string', emojiId: 'string' } },
  TextMessageV2: {
    required: ['type', 'text'],
    properties: {
      type: ['textV2'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      text: 'string',
      substitution: 'SubstitutionObject{}',
      quoteToken: 'string',
    },
  },
  SubstitutionObject: {
    members: { mention: 'MentionSubstitutionObject', emoji: 'EmojiSubstitutionObject' },
    required: ['type'],
    properties: { type: 'string' },
  },
  MentionSubstitutionObject: {
    required: ['type', 'mentionee'],
    properties: { type: ['mention'], mentionee: 'MentionTarget' },
  },
  MentionTarget: {
    members: { user: 'UserMentionTarget', all: 'AllMentionTarget' },
    required: ['type'],
    properties: { type: 'string' },
  },
  UserMentionTarget: {
    required: ['type', 'userId'],
    properties: { type: ['user'], userId: 'string' },
  },
  AllMentionTarget: { required: ['type'], properties: { type: ['all'] } },
  EmojiSubstitutionObject: {
    required: ['type', 'productId', 'emojiId'],
    properties: { type: ['emoji'], productId: 'string', emojiId: 'string' },
  },
  StickerMessage: {
    required: ['type', 'packageId', 'stickerId'],
    properties: {
      type: ['sticker'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      packageId: 'string',
      stickerId: 'string',
      quoteToken: 'string',
    },
  },
  ImageMessage: {
    required: ['type', 'originalContentUrl', 'previewImageUrl'],
    properties: {
      type: ['image'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      originalContentUrl: 'string',
      previewImageUrl: 'string',
    },
  },
  VideoMessage: {
    required: ['type', 'originalContentUrl', 'previewImageUrl'],
    properties: {
      type: ['video'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      originalContentUrl: 'string',
      previewImageUrl: 'string',
      trackingId: 'string',
    },
  },
  AudioMessage: {
    required: ['type', 'originalContentUrl', 'duration'],
    properties: {
      type: ['audio'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      originalContentUrl: 'string',
      duration: 'integer',
    },
  },
  LocationMessage: {
    required: ['type', 'title', 'address', 'latitude', 'longitude'],
    properties: {
      type: ['location'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      title: 'string',
      address: 'string',
      latitude: 'number',
      longitude: 'number',
    },
  },
  ImagemapMessage: {
    required: ['type', 'baseUrl', 'altText', 'baseSize', 'actions'],
    properties: {
      type: ['imagemap'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      baseUrl: 'string',
      altText: 'string',
      baseSize: 'ImagemapBaseSize',
      actions: 'ImagemapAction[]',
      video: 'ImagemapVideo',
    },
  },
  ImagemapBaseSize: {
    required: ['width', 'height'],
    properties: { height: 'integer', width: 'integer' },
  },
  ImagemapAction: {
    members: {
      message: 'MessageImagemapAction',
      uri: 'URIImagemapAction',
      clipboard: 'ClipboardImagemapAction',
    },
    required: ['type', 'area'],
    properties: { type: 'string', area: 'ImagemapArea' },
  },
  MessageImagemapAction: {
    required: ['type', 'area', 'text'],
    properties: { type: ['message'], area: 'ImagemapArea', text: 'string', label: 'string' },
  },
  URIImagemapAction: {
    required: ['type', 'area', 'linkUri'],
    properties: { type: ['uri'], area: 'ImagemapArea', linkUri: 'string', label: 'string' },
  },
  ClipboardImagemapAction: {
    required: ['type', 'area', 'clipboardText'],
    properties: {
      type: ['clipboard'],
      area: 'ImagemapArea',
      clipboardText: 'string',
      label: 'string',
    },
  },
  ImagemapArea: {
    required: ['x', 'y', 'width', 'height'],
    properties: { x: 'integer', y: 'integer', width: 'integer', height: 'integer' },
  },
  ImagemapVideo: {
    properties: {
      originalContentUrl: 'string',
      previewImageUrl: 'string',
      area: 'ImagemapArea',
      externalLink: 'ImagemapExternalLink',
    },
  },
  ImagemapExternalLink: { properties: { linkUri: 'string', label: 'string' } },
  TemplateMessage: {
    required: ['type', 'altText', 'template'],
    properties: {
      type: ['template'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      altText: 'string',
      template: 'Template',
    },
  },
  Template: {
    members: {
      buttons: 'ButtonsTemplate',
      confirm: 'ConfirmTemplate',
      carousel: 'CarouselTemplate',
      image_carousel: 'ImageCarouselTemplate',
    },
    required: ['type'],
    properties: { type: 'string' },
  },
  ButtonsTemplate: {
    required: ['type', 'text', 'actions'],
    properties: {
      type: ['buttons'],
      thumbnailImageUrl: 'string',
      imageAspectRatio: 'string',
      imageSize: 'string',
      imageBackgroundColor: 'string',
      title: 'string',
      text: 'string',
      defaultAction: 'Action',
      actions: 'Action[]',
    },
  },
  ConfirmTemplate: {
    required: ['type', 'text', 'actions'],
    properties: { type: ['confirm'], text: 'string', actions: 'Action[]' },
  },
  CarouselTemplate: {
    required: ['type', 'columns'],
    properties: {
      type: ['carousel'],
      columns: 'CarouselColumn[]',
      imageAspectRatio: 'string',
      imageSize: 'string',
    },
  },
  CarouselColumn: {
    required: ['text', 'actions'],
    properties: {
      thumbnailImageUrl: 'string',
      imageBackgroundColor: 'string',
      title: 'string',
      text: 'string',
      defaultAction: 'Action',
      actions: 'Action[]',
    },
  },
  ImageCarouselTemplate: {
    required: ['type', 'columns'],
    properties: { type: ['image_carousel'], columns: 'ImageCarouselColumn[]' },
  },
  ImageCarouselColumn: {
    required: ['imageUrl', 'action'],
    properties: { imageUrl: 'string', action: 'Action' },
  },
  CouponMessage: {
    required: ['type', 'couponId'],
    properties: {
      type: ['coupon'],
      quickReply: 'QuickReply',
      sender: 'Sender',
      couponId: 'string',
      deliveryTag: 'string',
    },
  },
  Action: {
    members: {
      camera: 'CameraAction',
      cameraRoll: 'CameraRollAction',
      clipboard: 'ClipboardAction',
      datetimepicker: 'DatetimePickerAction',
      location: 'LocationAction',
      message: 'MessageAction',
      postback: 'PostbackAction',
      richmenuswitch: 'RichMenuSwitchAction',
      uri: 'URIAction',
    },
    properties: { type: 'string', label: 'string' },
  },
  CameraAction: { properties: { type: ['camera'], label: 'string' } },
  CameraRollAction: { properties: { type: ['cameraRoll'], label: 'string' } },
  ClipboardAction: {
    required: ['clipboardText'],
    properties: { type: ['clipboard'], label: 'string', clipboardText: 'string' },
  },
  DatetimePickerAction: {
    properties: {
      type: ['datetimepicker'],
      label: 'string',
      data: 'string',
      mode: ['date', 'time', 'datetime'],
      initial: 'string',
      max: 'string',
      min: 'string',
    },
  },
  LocationAction: { properties: { type: ['location'], label: 'string' } },
  MessageAction: { properties: { type: ['message'], label: 'string', text: 'string' } },
  PostbackAction: {
    properties: {
      type: ['postback'],
      label: 'string',
      data: 'string',
      displayText: 'string',
      text: 'string',
      inputOption: ['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice'],
      fillInText: 'string',
    },
  },
  RichMenuSwitchAction: {
    properties: {
      type: ['richmenuswitch'],
      label: 'string',
      data: 'string',
      richMenuAliasId: 'string',
    },
  },
  URIAction: { properties: { type: ['uri'], label: 'string', uri: 'string', altUri: 'AltUri' } },
  AltUri: { properties: { desktop: 'string' } },
}
