/**
 * Name of an audience.
 * @maxUtf16 120
 */
export type AudienceName = string

/**
 * Description of an upload, shown in the list of jobs.
 * @maxUtf16 300
 */
export type UploadDescription = string

/**
 * Members of an audience, as JSON.
 * @maxItems 10000
 */
export type Audiences = Audience[]

/**
 * Creates an audience of user ids or advertising ids.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-upload-audience-group
 */
export interface CreateAudienceGroupRequest {
  /** Name of the audience. */
  description?: AudienceName
  /** `true` if the members are advertising ids. `false` by default. */
  isIfaAudience?: boolean
  /** Description of this upload, shown in the list of jobs. */
  uploadDescription?: UploadDescription
  /** The members. */
  audiences?: Audiences
}

/** A member of an audience. */
export interface Audience {
  /** User id or advertising id. */
  id?: string
}

/** Adds members to an existing audience. */
export interface AddAudienceToAudienceGroupRequest {
  /** Id of the audience. */
  audienceGroupId?: number
  /** Description of this upload, shown in the list of jobs. */
  uploadDescription?: UploadDescription
  /** The members. */
  audiences?: Audiences
}

/**
 * Creates an audience from a file of members.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-upload-audience-group-by-file
 */
export interface CreateAudienceForUploadingUserIdsRequest {
  description?: string
  isIfaAudience?: boolean
  uploadDescription?: string
  /** One id per line, at most {@limit audienceFileLines} lines. */
  file: AudienceFile
}

/**
 * Adds members from a file.
 * @see https://developers.line.biz/en/reference/messaging-api/#update-upload-audience-group-by-file
 */
export interface AddUserIdsToAudienceRequest {
  audienceGroupId?: number
  uploadDescription?: string
  /** One id per line, at most {@limit audienceFileLines} lines. */
  file: AudienceFile
}

/** A file with one id per line, or the ids. */
export type AudienceFile = string | readonly string[] | Uint8Array | BlobLike

/** The part of a `Blob` that is used here, so that the spec does not need the types of the DOM or of Node. */
export interface BlobLike {
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

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
 * Creates an audience of the users who tapped a link.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-click-audience-group
 */
export interface CreateClickBasedAudienceGroupRequest {
  description?: string
  /** Request id of a broadcast or narrowcast of the last 60 days. */
  requestId?: string
  /**
   * The link. All links of the message by default.
   * @maxUtf16 2000
   */
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
 * Creates an audience of the users who saw a message.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-imp-audience-group
 */
export interface CreateImpBasedAudienceGroupRequest {
  description?: string
  /** Request id of a broadcast or narrowcast of the last 60 days. */
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
 * Renames an audience.
 * @see https://developers.line.biz/en/reference/messaging-api/#set-description-audience-group
 */
export interface UpdateAudienceGroupDescriptionRequest {
  /** The new name. */
  description?: AudienceName
}

/**
 * An audience and its uploads.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-audience-group
 */
export interface GetAudienceDataResponse {
  audienceGroup?: AudienceGroup
  /** The newest uploads. */
  jobs?: AudienceGroupJobs
  adaccount?: Adaccount
}

/**
 * An audience of the business manager.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-shared-audience
 */
export interface GetSharedAudienceDataResponse {
  audienceGroup?: AudienceGroup
  /** The newest uploads. */
  jobs?: AudienceGroupJobs
  owner?: DetailedOwner
}

export interface AudienceGroup {
  audienceGroupId?: number
  type?: AudienceGroupType
  description?: string
  status?: AudienceGroupStatus
  failedType?: AudienceGroupFailedType | null
  /** Number of members who are friends. For most types, 0 if there are fewer than 20. */
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

/**
 * Uploads of an audience, newest first.
 * @maxItems 50
 */
export type AudienceGroupJobs = AudienceGroupJob[]

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
  /**
   * Number of the page.
   * @minimum 1
   */
  page: number
  /** Part of the name. */
  description?: string
  status?: AudienceGroupStatus
  /**
   * Audiences per page.
   * @minimum 1
   * @maximum 40
   * @default 20
   */
  size?: number
  /** Includes public audiences of other accounts. `true` by default. */
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
  /**
   * Number of the page.
   * @minimum 1
   */
  page: number
  /** Part of the name. */
  description?: string
  status?: AudienceGroupStatus
  /**
   * Audiences per page.
   * @minimum 1
   * @maximum 40
   * @default 20
   */
  size?: number
  createRoute?: AudienceGroupCreateRoute
  /** Includes the account's own audiences. */
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
