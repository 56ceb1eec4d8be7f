/** Fields of LINE's answers that the client itself reads: an answer without them is not LINE's. */
import { isRecord } from '../common/json.js'
import type { OperationId } from '../endpoints/index.js'

/** Type of a field. */
interface Field {
  isRight: (value: unknown) => boolean
  /** For the error, such as `a text`. */
  words: string
  /** May be missing or `null`. */
  optional?: true
}

const field = (words: string, isRight: Field['isRight']): Field => ({ words, isRight })

const isListOf = (isRight: Field['isRight']) => (value: unknown) =>
  Array.isArray(value) && value.every(isRight)

const text = field('a text', (value) => typeof value === 'string' && value !== '')
const number = field('a number', (value) => Number.isFinite(value))
const list = field('an array', Array.isArray)
const texts = field(
  'an array of texts',
  isListOf((item) => typeof item === 'string'),
)
const messages = field(
  'an array of objects with an id',
  isListOf((item) => isRecord(item) && typeof item['id'] === 'string'),
)
const optional = (one: Field): Field => ({ ...one, optional: true })
/** Empty on the last page of some lists. */
const cursor = optional(field('a text', (value) => typeof value === 'string'))

type Fields = Readonly<Record<string, Field>>

const sent: Fields = { sentMessages: optional(messages) }
const token: Fields = { access_token: text, expires_in: number }

/** Other operations return their answer unchanged. */
export const answerFields: Partial<Record<OperationId, Fields>> = {
  replyMessage: sent,
  pushMessage: sent,
  getMessageQuota: { type: text, value: optional(number) },
  getMessageQuotaConsumption: { totalUsage: number },
  getAggregationUnitUsage: { numOfCustomAggregationUnits: number },
  getAggregationUnitNameList: { customAggregationUnits: texts, next: cursor },
  getFollowers: { userIds: texts, next: cursor },
  issueLinkToken: { linkToken: text },
  getGroupMemberCount: { count: number },
  getGroupMembersIds: { memberIds: texts, next: cursor },
  getRoomMemberCount: { count: number },
  getRoomMembersIds: { memberIds: texts, next: cursor },
  getMessageContentTranscodingByMessageId: { status: text },
  createRichMenu: { richMenuId: text },
  getRichMenuList: { richmenus: list },
  getDefaultRichMenuId: { richMenuId: text },
  getRichMenuIdOfUser: { richMenuId: text },
  getRichMenuAliasList: { aliases: list },
  createCoupon: { couponId: text },
  listCoupon: { items: list, next: cursor },
  getMembershipList: { memberships: list },
  getMembershipSubscription: { subscriptions: list },
  getJoinedMembershipUsers: { userIds: texts, next: cursor },
  getAudienceGroups: { audienceGroups: optional(list) },
  getSharedAudienceGroups: { audienceGroups: optional(list) },
  getModules: { bots: list, next: cursor },
  addLIFFApp: { liffId: text },
  getAllLIFFApps: { apps: optional(list) },
  issueStatelessChannelToken: token,
  issueChannelToken: token,
  issueChannelTokenByJWT: token,
  getsAllValidChannelAccessTokenKeyIds: { kids: texts },
}

/** The reason why JSON is not the answer of an operation; `undefined` if it may be. */
export function answerProblem(operationId: OperationId, json: unknown): string | undefined {
  if (!isRecord(json)) return `it is ${nameOf(json)} instead of an object`
  const fields = answerFields[operationId]
  for (const name in fields) {
    const { isRight, words, optional: mayMiss } = fields[name]!
    const value = json[name]
    if (mayMiss && (value === undefined || value === null)) continue
    if (!isRight(value)) return `its ${name} is not ${words}`
  }
  return undefined
}

const nameOf = (json: unknown): string => {
  if (json === null) return 'null'
  return Array.isArray(json) ? 'an array' : `a ${typeof json === 'string' ? 'text' : typeof json}`
}
