/**
 * LINE's sentences, word for word, in one place. Those marked "assumed" are for answers whose wording is not published.
 * @see https://developers.line.biz/en/reference/messaging-api/#error-messages
 */
import { limits } from '../../spec/limits.js'

export const sentences = {
  // Requests as such
  authorizationRequired:
    "Authorization header required. Must follow the scheme, 'Authorization: Bearer <ACCESS TOKEN>'",
  authenticationFailed:
    'Authentication failed. Confirm that the access token in the authorization header is valid.',
  bodyErrors: (count: number) => `The request body has ${count} error(s)`,
  invalidProperty: (property: string, line: number | '-' = '-', column: number | '-' = '-') =>
    `The property, ${property}, in the request body is invalid (line: ${line}, column: ${column})`,
  notJson: (line: number | '-', column: number | '-') =>
    `The request body could not be parsed as JSON (line: ${line}, column: ${column})`,
  duplicateField: (name: string) => `Duplicate field '${name}'`,
  contentTypeUnsupported: (type: string) => `The content type, ${type}, is not supported`,
  notFound: 'Not found',
  parameterInvalid: (name: string) => `The value for the '${name}' parameter is invalid`,
  invalidStart: 'Invalid start param',
  rateLimit: 'The API rate limit has been exceeded. Try again later.',
  accessUnavailable: 'Access to this API is not available for your account',
  // Assumed
  tooManyOperations: 'The number of concurrent operations has been exceeded. Try again later.',
  methodNotAllowed: 'Method Not Allowed',
  tooLarge: 'Request Entity Too Large',
  internal: 'Internal Server Error',
  retryKeyUnsupported: 'The retry key is not supported by this API',
  retryKeyMalformed: 'The retry key is invalid',
  deliveryTagLength: (min: number, max: number) =>
    `The delivery tag must have ${min} to ${max} characters`,

  // Sending
  invalidReplyToken: 'Invalid reply token',
  failedToSend: 'Failed to send messages',
  monthlyLimit: 'You have reached your monthly limit.',
  retryKeyAccepted: 'The retry key is already accepted',
  invalidMessage: (index: number) =>
    `A message (messages[${index}])\u00a0in the request body is invalid`,
  invalidRequestId: (id: string) => `Invalid request id: ${id}`,
  invalidAudience: (id: number | string) => `Invalid audience group id: ${id}`,
  notEnoughFriends: 'Your account does not have enough friends',
  partialNeedsRemaining: 'The option forbidPartialDelivery must be used with upToRemainingQuota.',
  // Assumed
  invalidQuoteToken: 'Invalid quote token',
  mentioneeOutside: 'The mentioned user is not a member of the chat',

  // Details: generic validator
  mayNotBeEmpty: 'May not be empty',
  mustBeSpecified: 'must be specified',
  oneOf: (values: readonly unknown[]) =>
    `Must be one of the following values: [${values.join(', ')}]`,
  lengthBetween: (min: number, max: number) => `Length must be between ${min} and ${max}`,
  sizeBetween: (min: number, max: number) => `Size must be between ${min} and ${max}`,
  mustBeBetween: (min: number, max: number) => `Must be between ${min} and ${max}`,
  multipleOfFive: 'must be a multiple of five',
  atMost: (max: unknown) => `Must be less than or equal to ${String(max)}`,
  atLeast: (min: unknown) => `must be greater than or equal to ${String(min)}`,
  onlyUserId:
    'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.',
  invalidUri: 'invalid uri',
  invalidUriScheme: 'invalid uri scheme',
  invalidRichMenuId: 'invalid richMenuId',
  notSha256: 'The value must be a valid SHA-256 digest.',
  mustNotBeSpecified: 'Must not be specified',

  // Details: message validator
  invalidValue: 'invalid property',
  nonEmptyText: 'must be non-empty text',
  labelRequired: '`label` must be specified',
  notMoreItems: (max: number) => `must not be more than ${max} items`,
  addressSize: (max: number) => `size must be between 0 and ${max}`,
  unknownField: 'unknown field',
  /** Assumed, after the one for too many. */
  notFewerItems: (min: number) => `must not be less than ${min} items`,
  notLonger: (max: number) => `must not be longer than ${max} characters`,
  someBlock: 'At least one block must be specified',
  tooLargeFlex: (kilobytes: number) =>
    `Too large flex message. The maximum size of JSON data is ${kilobytes} KB`,
  placeholderKey: (key: string) =>
    `The key '${key}' enclosed in '{}' does not match the pattern '^[a-zA-Z0-9_]{1,${limits.textV2.keyLength}}$'.`,
  textOrContents: '`text` or `contents` must be specified',
  ratioRange: 'aspect ratio must be in the range (0 < (h/w) <= 3)',
  invalidUnit: 'invalid unit',
  lowerLimit: 'lower limit exceeded',
  upperLimit: 'upper limit exceeded',
  datetimeFormat: 'invalid datetime format for the specified mode',
  datetimeOrder: 'invalid date time order',
  noEmbeddedVideo: 'embedding videos in messages is not allowed',

  // Chats and content
  invalidMarkAsReadToken:
    'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.',
  contentNotFound: 'not found',
  contentGone: 'The content is gone',
  noTranscoding: "Transcoding status doesn't support this type of content",
  noPreview: 'The content can not be previewed',

  // Webhook settings
  invalidEndpoint: 'Invalid webhook endpoint URL',
  noEndpoint: 'Webhook endpoint not found',

  // Rich menus
  richMenuImageSize: 'The image size is not allowed for richmenu',
  richMenuHasImage: 'An image has already been uploaded to the richmenu',
  richMenuNeedsImage: 'must upload richmenu image before applying it to user',
  foreignRichMenu: 'the richmenu is owned by another channel',
  noDefaultRichMenu: 'no default richmenu',
  noUserRichMenu: 'the user has no richmenu',
  richMenuNotFound: 'richmenu not found',
  batchRichMenuNotFound: (id: string) => `Richmenu (${id}) is not found`,
  batchDuplicateFrom: (id: string) => `from richmenu (${id}) is duplicated`,
  batchUnlinkAllAlone: "'unlinkAll' type can't be combined with other type",
  batchToNeedsImage: (id: string) => `'to' richmenu (${id}) must have image but it doesn't`,
  aliasConflict: 'conflict richmenu alias id',
  aliasNotFound: 'richmenu alias not found',
  /** Assumed. */
  tooManyRichMenus: 'The number of richmenus exceeds the limit',
  tooManyAliases: 'The number of richmenu aliases exceeds the limit',

  // Statistics
  badRequest: 'Bad Request',
  dateRequired: 'date is required',
  toBeforeFrom: 'Parameter to must be the same date as, or after parameter from.',
  rangeTooLong: (days: number) => `Date range exceeds. Max range is ${days} days.`,
  fromTooEarly: 'Parameter from must be the same date as, or after 2023-06-29.',

  // Audiences
  audienceNotFound: 'audience group not found',
  audienceNameTooLong: 'size over audienceGroupName',
  audienceIdFormat: 'Invalid audience id format',
  audiencePageSize: (max: number) => `size: must be less than or equal to ${max}`,
  pageTooLow: (name: string, min: number) => `${name}: must be greater than or equal to ${min}`,

  // Coupons and memberships
  couponNotFound: 'coupon not found',
  couponClosed: 'The coupon has already been closed.',
  tooManyCoupons: 'You have too many coupons created.',
  membershipNotFound: 'Membership ID is not found',
  membershipPlanNotFound: 'Membership plan not found',

  // Notification messages
  unknownTemplate: (key: string) => `Invalid templateKey: ${key}`,
  unknownTemplateDetail: "The specified template doesn't exist, or you don't have the permission",
  invalidKeys: (count: number) => `The request body has ${count} invalid key(s).`,
  unknownItemKey: (key: string) => `The specified item key does not exist: ${key}`,
  duplicateItemKey: (key: string) =>
    `Duplicate itemKey in items or between emphasizedItem and items are not allowed: ${key}`,

  // Mission stickers
  missionInvalid: 'invalid request',
  missionNotFound: 'not found',

  // Modules
  idUnavailable: 'user/group/room Id is not available.',
  notDetachable: 'Specified channel is not detachable',
  /** Assumed. */
  controlConflict: 'Another channel has just taken control of the chat',

  // Tokens
  tooManyTokens: 'The maximum number of access tokens has already been issued',
  noChannelKey: 'Cannot find channel key that satisfies the conditions',
  keyMismatch: 'iss and clientId of key do not match',
  invalidExp: 'Invalid exp',
  invalidClientId: 'invalid client_id',
  invalidClientSecret: 'invalid client_secret',
  tokenExpired: 'The access token expired',
  tokenInvalid: 'access_token invalid',
  tokenFormat: 'access_token in invalid format',
  tokenNotJws: 'The access token not JWS',
  tokenMalformed: 'The access token malformed',
  invalidCredentials: "Invalid 'client_credentials'.",
} as const
