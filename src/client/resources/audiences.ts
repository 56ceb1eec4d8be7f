import { GetAudienceGroupsQuery_size_maximum } from '../../spec/generated/numbers.js'
import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Paged } from '../pages.js'
import { Resource } from './resource.js'

/** Audiences for narrowcasts: `line.audiences`. 60 calls a minute. LINE processes them after the response. */
export class Audiences extends Resource {
  /**
   * Creates an audience of user ids or advertising ids, at most {@limit Audiences_maxItems} at once.
   *
   * @example
   * const { audienceGroupId } = await line.audiences.create({ description: 'Tea', audiences: [{ id: userId }] })
   * @see https://developers.line.biz/en/reference/messaging-api/#create-upload-audience-group
   */
  create(
    audience: api.CreateAudienceGroupRequest,
    options?: CallOptions,
  ): Promise<api.CreateAudienceGroupResponse> {
    return this.engine.call('createAudienceGroup', { body: audience }, options)
  }

  /**
   * Adds members, at most {@limit Audiences_maxItems} at once.
   * @see https://developers.line.biz/en/reference/messaging-api/#update-upload-audience-group
   */
  add(addition: api.AddAudienceToAudienceGroupRequest, options?: CallOptions): Promise<void> {
    return this.engine.call('addAudienceToAudienceGroup', { body: addition }, options)
  }

  /**
   * Creates an audience from a file with one id per line, at most {@limit audienceFileLines}.
   *
   * @example
   * await line.audiences.createFromFile({ description: 'All', file: userIds })
   * @see https://developers.line.biz/en/reference/messaging-api/#create-upload-audience-group-by-file
   */
  createFromFile(
    audience: api.CreateAudienceForUploadingUserIdsRequest,
    options?: CallOptions,
  ): Promise<api.CreateAudienceGroupResponse> {
    return this.engine.call('createAudienceForUploadingUserIds', { body: audience }, options)
  }

  /**
   * Adds members from a file of ids.
   * @see https://developers.line.biz/en/reference/messaging-api/#update-upload-audience-group-by-file
   */
  addFromFile(addition: api.AddUserIdsToAudienceRequest, options?: CallOptions): Promise<void> {
    return this.engine.call('addUserIdsToAudience', { body: addition }, options)
  }

  /**
   * Creates an audience of users who tapped a link of a message.
   * @see https://developers.line.biz/en/reference/messaging-api/#create-click-audience-group
   */
  createFromClicks(
    audience: api.CreateClickBasedAudienceGroupRequest,
    options?: CallOptions,
  ): Promise<api.CreateClickBasedAudienceGroupResponse> {
    return this.engine.call('createClickBasedAudienceGroup', { body: audience }, options)
  }

  /**
   * Creates an audience of users who saw a message.
   * @see https://developers.line.biz/en/reference/messaging-api/#create-imp-audience-group
   */
  createFromImpressions(
    audience: api.CreateImpBasedAudienceGroupRequest,
    options?: CallOptions,
  ): Promise<api.CreateImpBasedAudienceGroupResponse> {
    return this.engine.call('createImpBasedAudienceGroup', { body: audience }, options)
  }

  /**
   * Renames an audience.
   * @see https://developers.line.biz/en/reference/messaging-api/#set-description-audience-group
   */
  rename(audienceGroupId: number, description: string, options?: CallOptions): Promise<void> {
    return this.engine.call(
      'updateAudienceGroupDescription',
      { path: { audienceGroupId }, body: { description } },
      options,
    )
  }

  /**
   * Deletes an audience.
   * @see https://developers.line.biz/en/reference/messaging-api/#delete-audience-group
   */
  delete(audienceGroupId: number, options?: CallOptions): Promise<void> {
    return this.engine.call('deleteAudienceGroup', { path: { audienceGroupId } }, options)
  }

  /**
   * Gets an audience and its uploads.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-audience-group
   */
  get(audienceGroupId: number, options?: CallOptions): Promise<api.GetAudienceDataResponse> {
    return this.engine.call('getAudienceData', { path: { audienceGroupId } }, options)
  }

  /**
   * Lists the audiences that match. `page` is the first page.
   *
   * @example
   * for await (const { description, status } of line.audiences.list({ status: 'READY' })) console.log(description, status)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-audience-groups
   */
  list(
    query: Omit<api.GetAudienceGroupsQuery, 'page'> & { page?: number | undefined } = {},
    options?: CallOptions,
  ): Paged<api.AudienceGroup, number> {
    return new Paged(async (page = 1) => {
      const input = { query: { size: GetAudienceGroupsQuery_size_maximum, ...query, page } }
      return numbered(page, await this.engine.call('getAudienceGroups', input, options))
    }, query.page)
  }

  /**
   * Gets an audience of the business manager.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-shared-audience
   */
  getShared(
    audienceGroupId: number,
    options?: CallOptions,
  ): Promise<api.GetSharedAudienceDataResponse> {
    return this.engine.call('getSharedAudienceData', { path: { audienceGroupId } }, options)
  }

  /**
   * Lists the audiences of the business manager that match. `page` is the first page.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-shared-audience-list
   */
  listShared(
    query: Omit<api.GetSharedAudienceGroupsQuery, 'page'> & { page?: number | undefined } = {},
    options?: CallOptions,
  ): Paged<api.AudienceGroup, number> {
    return new Paged(async (page = 1) => {
      const input = { query: { size: GetAudienceGroupsQuery_size_maximum, ...query, page } }
      return numbered(page, await this.engine.call('getSharedAudienceGroups', input, options))
    }, query.page)
  }
}

const numbered = (page: number, answer: api.GetAudienceGroupsResponse) => ({
  items: answer.audienceGroups ?? [],
  next: answer.hasNextPage ? page + 1 : undefined,
})
