/** Audiences for narrowcasts. @see https://developers.line.biz/en/reference/messaging-api/#manage-audience-group */
import type { AudienceGroup, AudienceGroupStatus } from '../../spec/api/index.js'
import { refusal, type Refusal } from '../api/answer.js'
import type { Call, Fields, Operation } from '../api/call.js'
import { isUserId } from '../api/parameters.js'
import { sentences } from '../api/sentences.js'
import type { StoredAudience } from '../state/state.js'
import { statusOfAudience } from './audience-status.js'
import { fileOf } from './multipart.js'

const DAY = 86_400_000
const LIFE = 180 * DAY
const MOST = 1_000
const MOST_IDS = 10_000
const MOST_LINES = 1_500_000

/** LINE's code stands where details have their sentence. */
const coded = (message: string, code: string, property?: string): Refusal =>
  refusal(400, message, [{ message: code, ...(property !== undefined && { property }) }])

/** A name that may be given. @throws {Refusal} 400 */
function nameIn({ description }: Fields): string {
  if (typeof description !== 'string' || description === '')
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_NAME_EMPTY')
  if (description.length > 120)
    throw coded(sentences.audienceNameTooLong, 'AUDIENCE_GROUP_NAME_SIZE_OVER')

  if (/[\u0000-\u001f\u007f]/.test(description))
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_NAME_WRONG')
  return description
}

function checkUploadDescription({ uploadDescription }: Fields): void {
  if (typeof uploadDescription === 'string' && uploadDescription.length > 300)
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_UPLOAD_DESCRIPTION_SIZE_OVER')
}

/** Ids in JSON. @throws {Refusal} 400 */
function idsIn({ audiences = [] }: Fields): string[] {
  const format = 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT'
  if (!Array.isArray(audiences)) throw coded(sentences.audienceIdFormat, format, 'audiences')
  if (audiences.length > MOST_IDS)
    throw coded(sentences.badRequest, 'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS', 'audiences')
  return audiences.map((audience: { id?: unknown } | null) => {
    if (!isUserId(audience?.id)) throw coded(sentences.audienceIdFormat, format, 'audiences')
    return audience.id
  })
}

/** Ids in a file, one a line. @throws {Refusal} 400 */
function linesIn(text: string): string[] {
  const format = 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT'
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  if (lines.length > MOST_LINES)
    throw coded(sentences.badRequest, 'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS', 'file')
  if (lines.length === 0)
    throw coded(sentences.badRequest, 'UPLOAD_AUDIENCE_GROUP_NO_VALID_AUDIENCE_IDS', 'file')
  if (!lines.every(isUserId)) throw coded(format, format, 'file')
  return lines
}

function make(call: Call, fields: Partial<AudienceGroup>, members: string[]): StoredAudience {
  const { state, now, rules } = call.world
  if (state.audiences.size >= MOST)
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_COUNT_MAX_OVER')
  const audienceGroupId = ++state.lastAudienceId
  const audience: StoredAudience = {
    group: {
      audienceGroupId,
      createRoute: 'MESSAGING_API',
      created: Math.floor(now / 1_000),
      permission: 'READ_WRITE',
      isIfaAudience: false,
      ...fields,
    },
    members: [...new Set(members)],
    jobs: [],
    readyAt: now + rules.audienceTime,
    expires: now + LIFE,
  }
  state.audiences.set(audienceGroupId, audience)
  return audience
}

/** What LINE answers to whoever made an audience. */
const made = ({ group, expires }: StoredAudience) => ({
  json: { ...group, expireTimestamp: Math.floor(expires / 1_000) },
})

/** More members, by a job of their own. */
function addTo(call: Call, id: number, members: readonly string[], description: unknown): void {
  const { state, now, rules } = call.world
  const audience = found(call, id)
  if (now >= audience.expires)
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_CAN_NOT_UPLOAD_STATUS_EXPIRED')
  const running = audience.jobs.filter(
    ({ created = 0 }) => created * 1_000 + rules.audienceTime > now,
  )
  if (rules.audienceTime > 0 && running.length >= 10) throw refusal(429, sentences.rateLimit)
  audience.members = [...new Set([...audience.members, ...members])]
  audience.jobs.unshift({
    audienceGroupJobId: ++state.lastAudienceId,
    audienceGroupId: id,
    description: typeof description === 'string' ? description : '',
    type: 'DIFF_ADD',
    audienceCount: members.length,
    created: Math.floor(now / 1_000),
  })
  audience.jobs.length = Math.min(50, audience.jobs.length)
}

/** @throws {Refusal} 400, where other operations answer 404 */
function found(call: Call, id: number): StoredAudience {
  const audience = call.world.state.audiences.get(id)
  if (!audience) throw coded(sentences.audienceNotFound, 'AUDIENCE_GROUP_NOT_FOUND')
  return audience
}

/** As LINE shows it: few members are shown as none. */
function shown(call: Call, audience: StoredAudience): AudienceGroup {
  const { state, rules, now } = call.world
  const { group, members } = audience
  const known = members.filter((id) => state.people.has(id)).length
  const open = group.type === 'UPLOAD' || group.type === 'CHAT_TAG'
  return {
    ...group,
    status: statusOfAudience(audience, now),
    failedType: null,
    audienceCount: open || known >= rules.privacy ? known : 0,
  }
}

const jobsOf = (call: Call, { jobs }: StoredAudience) =>
  jobs.map((job) => {
    const done = (job.created ?? 0) * 1_000 + call.world.rules.audienceTime <= call.world.now
    return { ...job, jobStatus: done ? 'FINISHED' : 'WORKING', failedType: null }
  })

const idIn = (call: Call): number => Number(call.param('audienceGroupId'))

const list: Operation = (call) => {
  const page = Number(call.query.get('page') ?? NaN)
  const size = Number(call.query.get('size') ?? 20)
  if (!Number.isInteger(page) || page < 1)
    throw refusal(400, 'page: must be greater than or equal to 1', [
      { message: 'TOO_LOW', property: 'page' },
    ])
  if (size > 40)
    throw refusal(400, sentences.audiencePageSize, [{ message: 'TOO_HIGH', property: 'size' }])
  const description = call.query.get('description')?.toLowerCase()
  const status = call.query.get('status') as AudienceGroupStatus | null
  const route = call.query.get('createRoute')
  const all = [...call.world.state.audiences.values()]
    .map((audience) => shown(call, audience))
    .filter(
      (group) =>
        (description === undefined || group.description?.toLowerCase().includes(description)) &&
        (status === null || group.status === status) &&
        (route === null || group.createRoute === route),
    )
  const from = (page - 1) * size
  return {
    json: {
      audienceGroups: all.slice(from, from + size),
      hasNextPage: all.length > from + size,
      totalCount: all.length,
      readWriteAudienceGroupTotalCount: all.length,
      page,
      size,
    },
  }
}

/** Of who clicked, or saw, what a request sent. */
const fromMessage =
  (type: 'CLICK' | 'IMP'): Operation =>
  (call) => {
    const body = call.json()
    const description = nameIn(body)
    const { requestId, clickUrl } = body
    const { state, now } = call.world
    if (typeof clickUrl === 'string' && clickUrl.length > 2_000)
      throw coded(sentences.badRequest, 'AUDIENCE_GROUP_NAME_WRONG', 'clickUrl')
    const delivery = state.deliveries.find((one) => one.requestId === requestId)
    if (!delivery) throw coded(sentences.badRequest, 'REQUEST_NOT_FOUND', 'requestId')
    if (now - delivery.at > 60 * DAY)
      throw coded(sentences.badRequest, 'TOO_OLD_MESSAGES', 'requestId')
    const same = [...state.audiences.values()].some(
      ({ group }) =>
        group.type === type && group.requestId === requestId && group.clickUrl === clickUrl,
    )
    if (same) throw coded(sentences.badRequest, 'AUDIENCE_GROUP_REQUESTID_DUPLICATE', 'requestId')
    const members =
      type === 'IMP'
        ? (state.seen.get(delivery.requestId) ?? []).map(({ person }) => person)
        : state.clicks
            .filter(
              (click) =>
                click.requestId === requestId && (clickUrl === undefined || click.url === clickUrl),
            )
            .map(({ person }) => person)
    const fields = {
      type,
      description,
      requestId: delivery.requestId,
      ...(typeof clickUrl === 'string' && { clickUrl }),
    }
    return made(make(call, fields, members))
  }

export const audiences = {
  createAudienceGroup: (call) => {
    const body = call.json()
    checkUploadDescription(body)
    const isIfaAudience = body['isIfaAudience'] === true
    const fields = { type: 'UPLOAD', description: nameIn(body), isIfaAudience } as const
    return made(make(call, fields, idsIn(body)))
  },
  addAudienceToAudienceGroup: (call) => {
    const body = call.json()
    checkUploadDescription(body)
    addTo(call, Number(body['audienceGroupId']), idsIn(body), body['uploadDescription'])
    return {}
  },
  createAudienceForUploadingUserIds: async (call) => {
    const { fields, file } = await fileOf(call)
    checkUploadDescription(fields)
    const isIfaAudience = fields['isIfaAudience'] === 'true'
    const group = { type: 'UPLOAD', description: nameIn(fields), isIfaAudience } as const
    return made(make(call, group, linesIn(file)))
  },
  addUserIdsToAudience: async (call) => {
    const { fields, file } = await fileOf(call)
    checkUploadDescription(fields)
    addTo(call, Number(fields['audienceGroupId']), linesIn(file), fields['uploadDescription'])
    return {}
  },
  createClickBasedAudienceGroup: fromMessage('CLICK'),
  createImpBasedAudienceGroup: fromMessage('IMP'),
  updateAudienceGroupDescription: (call) => {
    found(call, idIn(call)).group.description = nameIn(call.json())
    return {}
  },
  deleteAudienceGroup: (call) => {
    found(call, idIn(call))
    call.world.state.audiences.delete(idIn(call))
    return {}
  },
  getAudienceData: (call) => {
    const audience = found(call, idIn(call))
    return { json: { audienceGroup: shown(call, audience), jobs: jobsOf(call, audience) } }
  },
  getAudienceGroups: list,
  getSharedAudienceData: (call) => {
    const audience = found(call, idIn(call))
    const { channelId, displayName } = call.world.state.account
    const owner = { serviceType: 'OFFICIAL_ACCOUNT', id: channelId, name: displayName }
    return { json: { audienceGroup: shown(call, audience), jobs: jobsOf(call, audience), owner } }
  },
  getSharedAudienceGroups: list,
} satisfies Record<string, Operation>
