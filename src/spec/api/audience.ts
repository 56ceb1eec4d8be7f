/**
 * An audience of users or of identifiers for advertisers.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-upload-audience-group
 */
export interface CreateAudienceGroupRequest {
  /** The audience's name, at most 120 characters. */
  description?: string
  /** Whether the members are identifiers for advertisers. False by default. */
  isIfaAudience?: boolean
  /** Stands in the list of jobs, at most 300 characters. */
  uploadDescription?: string
  /** At most 10,000. */
  audiences?: Audience[]
}

/** A member. */
export interface Audience {
  /** Id of a user, or an identifier for advertisers. */
  id?: string
}

/** More members, for an audience that is there. */
export interface AddAudienceToAudienceGroupRequest {
  audienceGroupId?: number
  uploadDescription?: string
  /** At most 10,000. */
  audiences?: Audience[]
}

/**
 * An audience whose members stand in a file.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-upload-audience-group-by-file
 */
export interface CreateAudienceForUploadingUserIdsRequest {
  description?: string
  isIfaAudience?: boolean
  uploadDescription?: string
  /** One id a line, at most 1,500,000. */
  file: AudienceFile
}

/**
 * More members from a file.
 * @see https://developers.line.biz/en/reference/messaging-api/#update-upload-audience-group-by-file
 */
export interface AddUserIdsToAudienceRequest {
  audienceGroupId?: number
  uploadDescription?: string
  /** One id a line, at most 1,500,000. */
  file: AudienceFile
}

/** Lines as they are, or ids that become lines. */
export type AudienceFile = string | readonly string[] | Uint8Array | Blob

export interface CreateAudienceGroupResponse {
  audienceGroupId?: number
  createRoute?: 'MESSAGING_API'
  type?: AudienceGroupType
  description?: string
  /** UNIX seconds. */
  created?: number
  permission?: 'READ' | 'READ_WRITE'
  /** UNIX seconds. */
  expireTimestamp?: number
  isIfaAudience?: boolean
}

export type AudienceGroupType =
  | 'UPLOAD'
  | 'CLICK'
  | 'IMP'
  | 'CHAT_TAG'
  | 'FRIEND_PATH'
  | 'RESERVATION'
  | 'APP_EVENT'
  | 'VIDEO_VIEW'
  | 'WEBTRAFFIC'
  | 'IMAGE_CLICK'
  | 'RICHMENU_IMP'
  | 'RICHMENU_CLICK'
  | 'POP_AD_IMP'
  | 'TRACKINGTAG_WEBTRAFFIC'

/**
 * An audience of those who tapped a link.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-click-audience-group
 */
export interface CreateClickBasedAudienceGroupRequest {
  description?: string
  /** Of a broadcast or narrowcast of the last 60 days. */
  requestId?: string
  /** Any link of the message, by default. */
  clickUrl?: string
}

export interface CreateClickBasedAudienceGroupResponse {
  audienceGroupId?: number
  type?: AudienceGroupType
  description?: string
  /** UNIX seconds. */
  created?: number
  requestId?: string
  clickUrl?: string
  createRoute?: 'MESSAGING_API'
  permission?: 'READ' | 'READ_WRITE'
  /** UNIX seconds. */
  expireTimestamp?: number
  isIfaAudience?: boolean
}

/**
 * An audience of those who saw a message.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-imp-audience-group
 */
export interface CreateImpBasedAudienceGroupRequest {
  description?: string
  /** Of a broadcast or narrowcast of the last 60 days. */
  requestId?: string
}

export interface CreateImpBasedAudienceGroupResponse {
  audienceGroupId?: number
  type?: AudienceGroupType
  description?: string
  /** UNIX seconds. */
  created?: number
  requestId?: string
}

/**
 * Another name for an audience.
 * @see https://developers.line.biz/en/reference/messaging-api/#set-description-audience-group
 */
export interface UpdateAudienceGroupDescriptionRequest {
  /** 1 to 120 characters. */
  description?: string
}

/**
 * An audience and its uploads.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-audience-group
 */
export interface GetAudienceDataResponse {
  audienceGroup?: AudienceGroup
  /** The newest 50. */
  jobs?: AudienceGroupJob[]
  adaccount?: Adaccount
}

/**
 * An audience of the business manager.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-shared-audience
 */
export interface GetSharedAudienceDataResponse {
  audienceGroup?: AudienceGroup
  /** The newest 50. */
  jobs?: AudienceGroupJob[]
  owner?: DetailedOwner
}

export interface AudienceGroup {
  audienceGroupId?: number
  type?: AudienceGroupType
  description?: string
  status?: AudienceGroupStatus
  failedType?: AudienceGroupFailedType | null
  /** Members who are friends; 0 for fewer than 20 in most kinds. */
  audienceCount?: number
  /** UNIX seconds. */
  created?: number
  requestId?: string
  clickUrl?: string
  isIfaAudience?: boolean
  permission?: AudienceGroupPermission
  createRoute?: AudienceGroupCreateRoute
}

export type AudienceGroupStatus =
  'IN_PROGRESS' | 'READY' | 'FAILED' | 'EXPIRED' | 'INACTIVE' | 'ACTIVATING'

export type AudienceGroupFailedType = 'AUDIENCE_GROUP_AUDIENCE_INSUFFICIENT' | 'INTERNAL_ERROR'

export type AudienceGroupPermission = 'READ' | 'READ_WRITE'

export type AudienceGroupCreateRoute = 'OA_MANAGER' | 'MESSAGING_API' | 'POINT_AD' | 'AD_MANAGER'

/** An upload of members. */
export interface AudienceGroupJob {
  audienceGroupJobId?: number
  audienceGroupId?: number
  description?: string
  type?: AudienceGroupJobType
  jobStatus?: AudienceGroupJobStatus
  failedType?: AudienceGroupJobFailedType
  audienceCount?: number
  /** UNIX seconds. */
  created?: number
}

export type AudienceGroupJobType = 'DIFF_ADD'

export type AudienceGroupJobStatus = 'QUEUED' | 'WORKING' | 'FINISHED' | 'FAILED'

export type AudienceGroupJobFailedType = 'INTERNAL_ERROR' | 'AUDIENCE_GROUP_AUDIENCE_INSUFFICIENT'

export interface Adaccount {
  name?: string
}

export interface DetailedOwner {
  serviceType?: string
  id?: string
  name?: string
}

/** A page of audiences. */
export interface GetAudienceGroupsQuery {
  /** From 1. */
  page: number
  /** Part of the name. */
  description?: string
  status?: AudienceGroupStatus
  /** 1 to 40, 20 by default. */
  size?: number
  /** Whether public audiences of other accounts come too. True by default. */
  includesExternalPublicGroups?: boolean
  createRoute?: AudienceGroupCreateRoute
}

/**
 * Audiences.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-audience-groups
 */
export interface GetAudienceGroupsResponse {
  audienceGroups?: AudienceGroup[]
  hasNextPage?: boolean
  totalCount?: number
  readWriteAudienceGroupTotalCount?: number
  page?: number
  size?: number
}

/** A page of audiences of the business manager. */
export interface GetSharedAudienceGroupsQuery {
  /** From 1. */
  page: number
  /** Part of the name. */
  description?: string
  status?: AudienceGroupStatus
  /** 1 to 40, 20 by default. */
  size?: number
  createRoute?: AudienceGroupCreateRoute
  /** Whether the account's own come too. */
  includesOwnedAudienceGroups?: boolean
}

/**
 * Audiences of the business manager.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-shared-audience-list
 */
export interface GetSharedAudienceGroupsResponse {
  audienceGroups?: AudienceGroup[]
  hasNextPage?: boolean
  totalCount?: number
  readWriteAudienceGroupTotalCount?: number
  page?: number
  size?: number
}
