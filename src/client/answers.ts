/** The fields of LINE's answers that the client itself reads: an answer without them is not one of LINE's. */
import type { OperationId } from '../endpoints/index.js'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kinds = {
  text: (value: unknown) => typeof value === 'string' && value !== '',
  number: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  cursor: (value: unknown) => typeof value === 'string',
  texts: (value: unknown) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string'),
  list: (value: unknown) => Array.isArray(value),
  messages: (value: unknown) =>
    Array.isArray(value) && value.every((item) => isObject(item) && typeof item['id'] === 'string'),
}

type Kind = keyof typeof kinds

const wording: Record<Kind, string> = {
  text: 'a text',
  number: 'a number',
  cursor: 'a text',
  texts: 'an array of texts',
  list: 'an array',
  messages: 'an array of objects with an id',
}

type Fields = Readonly<Record<string, Kind | `${Kind}?`>>

const sent: Fields = { sentMessages: 'messages?' }
const token: Fields = { access_token: 'text', expires_in: 'number' }

/** Fields that may be missing have a question mark. Other operations give their answer to the caller as it is. */
export const answerFields: Partial<Record<OperationId, Fields>> = {
  replyMessage: sent,
  pushMessage: sent,
  getMessageQuota: { type: 'text', value: 'number?' },
  getMessageQuotaConsumption: { totalUsage: 'number' },
  getAggregationUnitUsage: { numOfCustomAggregationUnits: 'number' },
  getAggregationUnitNameList: { customAggregationUnits: 'texts', next: 'cursor?' },
  getFollowers: { userIds: 'texts', next: 'cursor?' },
  issueLinkToken: { linkToken: 'text' },
  getGroupMemberCount: { count: 'number' },
  getGroupMembersIds: { memberIds: 'texts', next: 'cursor?' },
  getRoomMemberCount: { count: 'number' },
  getRoomMembersIds: { memberIds: 'texts', next: 'cursor?' },
  getMessageContentTranscodingByMessageId: { status: 'text' },
  createRichMenu: { richMenuId: 'text' },
  getRichMenuList: { richmenus: 'list' },
  getDefaultRichMenuId: { richMenuId: 'text' },
  getRichMenuIdOfUser: { richMenuId: 'text' },
  getRichMenuAliasList: { aliases: 'list' },
  createCoupon: { couponId: 'text' },
  listCoupon: { items: 'list', next: 'cursor?' },
  getMembershipList: { memberships: 'list' },
  getMembershipSubscription: { subscriptions: 'list' },
  getJoinedMembershipUsers: { userIds: 'texts', next: 'cursor?' },
  getAudienceGroups: { audienceGroups: 'list?' },
  getSharedAudienceGroups: { audienceGroups: 'list?' },
  getModules: { bots: 'list', next: 'cursor?' },
  addLIFFApp: { liffId: 'text' },
  getAllLIFFApps: { apps: 'list?' },
  issueStatelessChannelToken: token,
  issueChannelToken: token,
  issueChannelTokenByJWT: token,
  getsAllValidChannelAccessTokenKeyIds: { kids: 'texts' },
}

/** The reason why JSON is not the answer of an operation; `undefined` if it may be. */
export function answerProblem(operationId: OperationId, json: unknown): string | undefined {
  if (!isObject(json)) return `it is ${nameOf(json)} instead of an object`
  const fields = answerFields[operationId]
  for (const name in fields) {
    const [kind, optional] = fields[name]!.split('?') as [Kind, string | undefined]
    const value = json[name]
    if (optional !== undefined && (value === undefined || value === null)) continue
    if (!kinds[kind](value)) return `its ${name} is not ${wording[kind]}`
  }
  return undefined
}

const nameOf = (json: unknown): string => {
  if (json === null) return 'null'
  return Array.isArray(json) ? 'an array' : `a ${typeof json === 'string' ? 'text' : typeof json}`
}
