/** Audiences for narrowcasts. @see https://developers.line.biz/en/reference/messaging-api/#manage-audience-group */
import {
  AudienceGroupJobs_maxItems,
  AudienceName_maxUtf16,
  Audiences_maxItems,
  CreateClickBasedAudienceGroupRequest_clickUrl_maxUtf16,
  GetAudienceGroupsQuery_page_minimum,
  GetAudienceGroupsQuery_size_default,
  GetAudienceGroupsQuery_size_maximum,
  GetAudienceGroupsQuery_size_minimum,
  UploadDescription_maxUtf16,
} from '../../spec/generated/numbers.js'
import { apiLimits } from '../../spec/api/limits.js'
import { uuid } from '../../common/uuid.js'
import type { AudienceGroup, AudienceGroupJob, AudienceGroupStatus } from '../../spec/api/index.js'
import { refusal, type Refusal } from '../api/answer.js'
import type { Call, Fields, Operation } from '../api/call.js'
import { isUserId } from '../api/parameters.js'
import { sentences } from '../api/sentences.js'
import type { Via } from '../state/people.js'
import type { StoredAudience } from '../state/state.js'
import type { World } from '../state/world.js'
import { isOwn, statusOfAudience } from './audience-status.js'
import { fileOf } from './multipart.js'

const DAY = 86_400_000
const LIFE = 180 * DAY
const MOST = 1_000
/** Concurrent uploads to one audience. */
const MOST_RUNNING = 10

/** A refusal whose detail has a code instead of a message. */
const coded = (message: string, code: string, property?: string): Refusal =>
  refusal(400, message, [{ message: code, ...(property !== undefined && { property }) }])

/** A valid description. @throws {Refusal} 400 */
function nameIn({ description }: Fields): string {
  if (typeof description !== 'string' || description.trim() === '')
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_NAME_EMPTY')
  if (description.length > AudienceName_maxUtf16)
    throw coded(sentences.audienceNameTooLong, 'AUDIENCE_GROUP_NAME_SIZE_OVER')

  if (/[\u0000-\u001f\u007f]/.test(description))
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_NAME_WRONG')
  return description
}

function checkUploadDescription({ uploadDescription }: Fields): void {
  if (
    typeof uploadDescription === 'string' &&
    uploadDescription.length > UploadDescription_maxUtf16
  )
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_UPLOAD_DESCRIPTION_SIZE_OVER')
}

/** Returns whether a value is an id of the kind that an audience contains: user ids or advertising ids. */
const isMember = (id: unknown, isIfaAudience: boolean | undefined): id is string =>
  isIfaAudience ? typeof id === 'string' && uuid.test(id) : isUserId(id)

/** The ids of a JSON body. @throws {Refusal} 400 */
function idsIn({ audiences = [] }: Fields, isIfaAudience: boolean | undefined): string[] {
  const format = 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT'
  if (!Array.isArray(audiences)) throw coded(sentences.audienceIdFormat, format, 'audiences')
  if (audiences.length > Audiences_maxItems)
    throw coded(sentences.badRequest, 'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS', 'audiences')
  return audiences.map((audience: { id?: unknown } | null) => {
    if (!isMember(audience?.id, isIfaAudience))
      throw coded(sentences.audienceIdFormat, format, 'audiences')
    return audience.id
  })
}

/** The ids of a file, one per line. @throws {Refusal} 400 */
function linesIn(text: string, isIfaAudience: boolean | undefined): string[] {
  const format = 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT'
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  if (lines.length > apiLimits.audienceFileLines)
    throw coded(sentences.badRequest, 'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS', 'file')
  if (lines.length === 0)
    throw coded(sentences.badRequest, 'UPLOAD_AUDIENCE_GROUP_NO_VALID_AUDIENCE_IDS', 'file')
  if (!lines.every((line) => isMember(line, isIfaAudience))) throw coded(format, format, 'file')
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

/** The answer to the creation of an audience. */
const creationAnswer = ({ group, expires }: StoredAudience) => ({
  json: { ...group, expireTimestamp: Math.floor(expires / 1_000) },
})

/** The current status of an upload. */
const isRunning = ({ created = 0 }: AudienceGroupJob, { now, rules }: World): boolean =>
  created * 1_000 + rules.audienceTime > now

/** An audience that can get more members. @throws {Refusal} 400, 429 */
function growing(call: Call, id: number): StoredAudience {
  const { world } = call
  const audience = found(call, id)
  if (world.now >= audience.expires)
    throw coded(sentences.badRequest, 'AUDIENCE_GROUP_CAN_NOT_UPLOAD_STATUS_EXPIRED')
  const running = audience.jobs.filter((job) => isRunning(job, world)).length
  const making = audience.readyAt > world.now ? 1 : 0
  if (running + making >= MOST_RUNNING) throw refusal(429, sentences.tooManyOperations)
  return audience
}

/** Adds members with a new job. */
function addTo(
  call: Call,
  audience: StoredAudience,
  members: readonly string[],
  description: unknown,
): void {
  const { state, now } = call.world
  const { audienceGroupId: id } = audience.group
  audience.members = [...new Set([...audience.members, ...members])]
  audience.jobs.unshift({
    audienceGroupJobId: ++state.lastAudienceId,
    ...(id !== undefined && { audienceGroupId: id }),
    ...(typeof description === 'string' && { description }),
    type: 'DIFF_ADD',
    audienceCount: members.length,
    created: Math.floor(now / 1_000),
  })
  audience.jobs.length = Math.min(AudienceGroupJobs_maxItems, audience.jobs.length)
}

/** @throws {Refusal} 400, where other operations answer 404 */
function found(call: Call, id: number): StoredAudience {
  const audience = call.world.state.audiences.get(id)
  if (!audience) throw coded(sentences.audienceNotFound, 'AUDIENCE_GROUP_NOT_FOUND')
  return audience
}

/** An audience as LINE returns it: a small number of members is returned as 0. */
function shown({ world }: Call, audience: StoredAudience) {
  const { group, members, expires } = audience
  const reachable = members.filter((id) => world.state.people.has(id)).length
  return {
    ...group,
    status: statusOfAudience(audience, world),
    audienceCount: isOwn(audience) || reachable >= world.rules.privacy ? reachable : 0,
    expireTimestamp: Math.floor(expires / 1_000),
  }
}

const jobsOf = ({ world }: Call, { jobs }: StoredAudience) =>
  jobs.map((job) => {
    const status = isRunning(job, world) ? 'WORKING' : 'FINISHED'
    // LINE returns it twice: `status` is the older name.
    return {
      ...job,
      description: job.description ?? null,
      status,
      jobStatus: status,
      failedType: null,
    }
  })

const idIn = (call: Call): number => Number(call.param('audienceGroupId'))

/** Audiences that match the query. */
function listed(call: Call, mine: readonly StoredAudience[]) {
  const page = Number(call.query.get('page') ?? NaN)
  const size = Number(call.query.get('size') ?? GetAudienceGroupsQuery_size_default)
  if (!Number.isInteger(page) || page < GetAudienceGroupsQuery_page_minimum)
    throw refusal(400, sentences.pageTooLow('page', GetAudienceGroupsQuery_page_minimum), [
      { message: 'TOO_LOW', property: 'page' },
    ])
  if (!(size >= GetAudienceGroupsQuery_size_minimum))
    throw refusal(400, sentences.pageTooLow('size', GetAudienceGroupsQuery_size_minimum), [
      { message: 'TOO_LOW', property: 'size' },
    ])
  if (size > GetAudienceGroupsQuery_size_maximum)
    throw refusal(400, sentences.audiencePageSize(GetAudienceGroupsQuery_size_maximum), [
      { message: 'TOO_HIGH', property: 'size' },
    ])
  const description = call.query.get('description')?.toLowerCase()
  const status = call.query.get('status') as AudienceGroupStatus | null
  const route = call.query.get('createRoute')
  const all = mine
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

/** Operations whose messages audiences can be created from. */
const toMany = new Set<Via>(['broadcast', 'narrowcast'])

/** Creates an audience of people who clicked, or saw, the messages of a request. */
const fromMessage =
  (type: 'CLICK' | 'IMP'): Operation =>
  (call) => {
    const body = call.json()
    const description = nameIn(body)
    const { requestId, clickUrl } = body
    const { state, now } = call.world
    if (
      typeof clickUrl === 'string' &&
      clickUrl.length > CreateClickBasedAudienceGroupRequest_clickUrl_maxUtf16
    )
      throw coded(sentences.badRequest, 'AUDIENCE_GROUP_NAME_WRONG', 'clickUrl')
    const delivery = state.deliveries.find(
      (one) => one.requestId === requestId && toMany.has(one.via),
    )
    if (!delivery) throw coded(sentences.badRequest, 'REQUEST_NOT_FOUND', 'requestId')
    if (now - delivery.at > 60 * DAY)
      throw coded(sentences.badRequest, 'TOO_OLD_MESSAGES', 'requestId')
    const same = [...state.audiences.values()].some(({ group }) => group.requestId === requestId)
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
    return creationAnswer(make(call, fields, members))
  }

export const audiences = {
  createAudienceGroup: (call) => {
    const body = call.json()
    checkUploadDescription(body)
    const isIfaAudience = body['isIfaAudience'] === true
    const fields = { type: 'UPLOAD', description: nameIn(body), isIfaAudience } as const
    return creationAnswer(make(call, fields, idsIn(body, isIfaAudience)))
  },
  addAudienceToAudienceGroup: (call) => {
    const body = call.json()
    checkUploadDescription(body)
    const audience = growing(call, Number(body['audienceGroupId']))
    const ids = idsIn(body, audience.group.isIfaAudience)
    addTo(call, audience, ids, body['uploadDescription'])
    return {}
  },
  createAudienceForUploadingUserIds: async (call) => {
    const { fields, file } = await fileOf(call)
    checkUploadDescription(fields)
    const isIfaAudience = fields['isIfaAudience'] === 'true'
    const group = { type: 'UPLOAD', description: nameIn(fields), isIfaAudience } as const
    return creationAnswer(make(call, group, linesIn(file, isIfaAudience)))
  },
  addUserIdsToAudience: async (call) => {
    const { fields, file } = await fileOf(call)
    checkUploadDescription(fields)
    const audience = growing(call, Number(fields['audienceGroupId']))
    const ids = linesIn(file, audience.group.isIfaAudience)
    addTo(call, audience, ids, fields['uploadDescription'])
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
  getAudienceGroups: (call) => listed(call, [...call.world.state.audiences.values()]),
  getSharedAudienceData: (call) => {
    const audience = found(call, idIn(call))
    const { channelId, displayName } = call.world.state.account
    const owner = { serviceType: 'OFFICIAL_ACCOUNT', id: channelId, name: displayName }
    return { json: { audienceGroup: shown(call, audience), jobs: jobsOf(call, audience), owner } }
  },
  // The emulator has no other account that could share audiences.
  getSharedAudienceGroups: (call) => {
    const owned = call.query.get('includesOwnedAudienceGroups') === 'true'
    return listed(call, owned ? [...call.world.state.audiences.values()] : [])
  },
} satisfies Record<string, Operation>
