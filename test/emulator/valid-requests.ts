import { menu } from './support.js'

/** Valid requests, by which tests make invalid ones. `USER` is the id of a person. */
export const validRequests: [method: string, path: string, body: object][] = [
  ['POST', '/v2/bot/message/push', { to: 'USER', messages: [{ type: 'text', text: 'a' }] }],
  ['POST', '/v2/bot/message/reply', { replyToken: 'a', messages: [{ type: 'text', text: 'a' }] }],
  [
    'POST',
    '/v2/bot/message/multicast',
    { to: ['USER'], messages: [{ type: 'text', text: 'a' }], customAggregationUnits: ['a'] },
  ],
  [
    'POST',
    '/v2/bot/message/narrowcast',
    {
      messages: [{ type: 'text', text: 'a' }],
      recipient: {
        type: 'operator',
        and: [
          { type: 'audience', audienceGroupId: 1 },
          { type: 'operator', not: { type: 'redelivery', requestId: 'a' } },
        ],
      },
      filter: {
        demographic: {
          type: 'operator',
          or: [
            { type: 'age', gte: 'age_20', lt: 'age_30' },
            { type: 'gender', oneOf: ['male'] },
            { type: 'area', oneOf: ['jp_13'] },
          ],
        },
      },
      limit: { max: 10, upToRemainingQuota: true },
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'flex',
          altText: 'a',
          contents: {
            type: 'bubble',
            body: {
              type: 'box',
              layout: 'vertical',
              contents: [
                {
                  type: 'text',
                  text: 'a',
                  action: { type: 'uri', label: 'a', uri: 'https://a.example' },
                },
              ],
            },
          },
        },
      ],
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'textV2',
          text: 'a {b}',
          substitution: { b: { type: 'mention', mentionee: { type: 'user', userId: 'USER' } } },
          quickReply: {
            items: [{ type: 'action', action: { type: 'message', label: 'a', text: 'a' } }],
          },
        },
      ],
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'template',
          altText: 'a',
          template: {
            type: 'carousel',
            columns: [
              {
                text: 'a',
                actions: [
                  {
                    type: 'datetimepicker',
                    label: 'a',
                    data: 'a',
                    mode: 'date',
                    min: '2026-01-01',
                  },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'imagemap',
          baseUrl: 'https://a.example',
          altText: 'a',
          baseSize: { width: 1040, height: 1040 },
          video: {
            originalContentUrl: 'https://a.example',
            previewImageUrl: 'https://a.example',
            area: { x: 0, y: 0, width: 1, height: 1 },
          },
          actions: [
            {
              type: 'uri',
              linkUri: 'https://a.example',
              area: { x: 0, y: 0, width: 1, height: 1 },
            },
          ],
        },
      ],
    },
  ],
  ['POST', '/v2/bot/richmenu', menu()],
  ['POST', '/v2/bot/richmenu/validate', menu()],
  ['POST', '/v2/bot/richmenu/alias', { richMenuAliasId: 'a', richMenuId: 'a' }],
  [
    'POST',
    '/v2/bot/richmenu/batch',
    { operations: [{ type: 'link', from: 'a', to: 'b' }], resumeRequestKey: 'a' },
  ],
  ['POST', '/v2/bot/richmenu/validate/batch', { operations: [{ type: 'unlinkAll' }] }],
  ['POST', '/v2/bot/richmenu/bulk/link', { richMenuId: 'a', userIds: ['USER'] }],
  [
    'POST',
    '/v2/bot/audienceGroup/upload',
    { description: 'a', isIfaAudience: false, audiences: [{ id: 'USER' }] },
  ],
  ['PUT', '/v2/bot/audienceGroup/upload', { audienceGroupId: 1, audiences: [{ id: 'USER' }] }],
  [
    'POST',
    '/v2/bot/audienceGroup/click',
    { description: 'a', requestId: 'a', clickUrl: 'https://a.example' },
  ],
  ['POST', '/v2/bot/audienceGroup/imp', { description: 'a', requestId: 'a' }],
  [
    'POST',
    '/v2/bot/coupon',
    {
      acquisitionCondition: { type: 'lottery', lotteryProbability: 50, maxAcquireCount: 5 },
      startTimestamp: 1,
      endTimestamp: 2,
      maxUseCountPerTicket: 1,
      timezone: 'ASIA_TOKYO',
      title: 'a',
      visibility: 'PUBLIC',
      reward: { type: 'discount', priceInfo: { type: 'fixed', fixedAmount: 1 } },
    },
  ],
  ['POST', '/v2/bot/chat/loading/start', { chatId: 'USER', loadingSeconds: 5 }],
  ['POST', '/v2/bot/message/markAsRead', { chat: { userId: 'USER' } }],
  ['POST', '/v2/bot/chat/markAsRead', { markAsReadToken: 'a' }],
  ['PUT', '/v2/bot/channel/webhook/endpoint', { endpoint: 'https://a.example' }],
  ['POST', '/bot/pnp/push', { to: 'a'.repeat(64), messages: [{ type: 'text', text: 'a' }] }],
  [
    'POST',
    '/v2/bot/message/pnp/templated/push',
    {
      to: 'a'.repeat(64),
      templateKey: 'a',
      body: {
        items: [{ itemKey: 'a', content: 'b' }],
        buttons: [{ buttonKey: 'a', url: 'https://a.example' }],
      },
    },
  ],
  [
    'POST',
    '/liff/v1/apps',
    {
      view: { type: 'full', url: 'https://a.example' },
      features: { ble: true },
      scope: ['profile'],
    },
  ],
  ['POST', '/bot/chat/USER/control/acquire', { expired: true, ttl: 5 }],
  ['POST', '/v2/bot/channel/detach', { botId: 'a' }],
  [
    'POST',
    '/shop/v3/mission',
    { to: 'USER', productId: 'a', productType: 'STICKER', sendPresentMessage: false },
  ],
  [
    'POST',
    '/_fukidashi/people',
    { name: 'Aki', friend: true, age: 5, gender: 'male', language: 'ja' },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/says',
    {
      parts: ['a', { mention: 'all' }, { emoji: { productId: 'a', emojiId: 'b' } }],
      quotes: 'a',
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/taps',
    {
      action: { type: 'datetimepicker', label: 'a', data: 'a', mode: 'date', min: '2026-01-01' },
      pick: '2026-01-02',
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/taps',
    {
      action: { type: 'uri', linkUri: 'https://a.example', altUri: { desktop: 'a' } },
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/taps',
    {
      action: {
        type: 'postback',
        data: 'a',
        displayText: 'a',
        inputOption: 'openKeyboard',
        fillInText: 'a',
      },
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/sends',
    { type: 'location', latitude: 1, longitude: 2, title: 'a', settle: false },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/sends',
    { type: 'file', data: 'AAAA', fileName: 'a', duration: 5, preparing: 5, settle: false },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/does',
    { what: 'membership', type: 'joined', membershipId: 7, settle: false },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/does',
    { what: 'beacon', hwid: 'a', type: 'enter', dm: 'a', settle: false },
  ],
  ['POST', '/_fukidashi/people/Aki/does', { what: 'activate', expireAt: 5, settle: false }],
  [
    'POST',
    '/_fukidashi/people/Aki/does',
    { what: 'play', percent: 50, messageId: 'a', settle: false },
  ],
  ['POST', '/_fukidashi/groups', { name: 'Team', members: ['Aki'], kind: 'group', bot: true }],
  ['POST', '/_fukidashi/groups/Team/does', { what: 'add', people: ['Aki'], settle: false }],
  ['POST', '/_fukidashi/module/does', { what: 'attach', scopes: ['a'], settle: false }],
  [
    'POST',
    '/_fukidashi/faults',
    { operation: 'pushMessage', times: 1, after: 1, delay: 1, status: 500 },
  ],
  [
    'PUT',
    '/_fukidashi/settings',
    { quota: 5, rateLimits: false, webhook: { active: false }, chatMode: 'bot' },
  ],
  ['POST', '/_fukidashi/verify', { dummies: true }],
  ['POST', '/_fukidashi/redeliver', { webhookEventId: 'a' }],
]
