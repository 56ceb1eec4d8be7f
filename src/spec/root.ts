import type {
  AcquireChatControlRequest,
  AddAudienceToAudienceGroupRequest,
  CreateAudienceGroupRequest,
  CreateClickBasedAudienceGroupRequest,
  GetAggregationUnitNameListQuery,
  GetAudienceDataResponse,
  GetAudienceGroupsQuery,
  GetFollowersQuery,
  GetJoinedMembershipUsersQuery,
  GetModulesQuery,
  GetSharedAudienceGroupsQuery,
  ListCouponQuery,
  SetWebhookEndpointRequest,
  ShowLoadingAnimationRequest,
  UpdateAudienceGroupDescriptionRequest,
  BroadcastRequest,
  MulticastRequest,
  NarrowcastRequest,
  PnpMessagesRequest,
  PnpTemplatedMessageRequest,
  PushMessageRequest,
  ReplyMessageRequest,
} from './api/index.js'
import type {
  Action,
  CouponCreateRequest,
  CreateRichMenuAliasRequest,
  DemographicFilter,
  Filter,
  FlexBubble,
  FlexComponent,
  FlexContainer,
  ImagemapMessage,
  Limit,
  Message,
  QuickReply,
  Recipient,
  RichMenuBatchRequest,
  RichMenuBulkLinkRequest,
  RichMenuBulkUnlinkRequest,
  RichMenuRequest,
  Template,
  UpdateRichMenuAliasRequest,
} from './index.js'

/** Every kind of value that is validated on its own. The generator starts here. `@request` marks bodies of requests, which the core does not validate. */
export interface SpecRoot {
  message: Message
  /** @place anywhere */
  action: Action
  flex: FlexContainer
  bubble: FlexBubble
  flexComponent: FlexComponent
  template: Template
  quickReply: QuickReply
  /** @rule delivery */
  imagemap: ImagemapMessage
  richMenu: RichMenuRequest
  /** @request */
  richMenuAlias: CreateRichMenuAliasRequest
  /** @request */
  richMenuAliasUpdate: UpdateRichMenuAliasRequest
  /** @request */
  richMenuBatch: RichMenuBatchRequest
  /** @request */
  richMenuBulkLink: RichMenuBulkLinkRequest
  /** @request */
  richMenuBulkUnlink: RichMenuBulkUnlinkRequest
  /**
   * @request
   * @rule recipients
   */
  recipient: Recipient
  /**
   * @request
   * @rule filters
   */
  demographic: DemographicFilter
  /** @request */
  filter: Filter
  /** @request */
  limit: Limit
  /** @request */
  coupon: CouponCreateRequest
}

/** Requests and queries of the API that have limits or a published schema. The generator reads them too; they get no validator. */
export interface ApiRoot {
  reply: ReplyMessageRequest
  push: PushMessageRequest
  multicast: MulticastRequest
  narrowcast: NarrowcastRequest
  broadcast: BroadcastRequest
  pnp: PnpMessagesRequest
  pnpTemplated: PnpTemplatedMessageRequest
  acquireChatControlRequest: AcquireChatControlRequest
  addAudienceToAudienceGroupRequest: AddAudienceToAudienceGroupRequest
  createAudienceGroupRequest: CreateAudienceGroupRequest
  createClickBasedAudienceGroupRequest: CreateClickBasedAudienceGroupRequest
  getAggregationUnitNameListQuery: GetAggregationUnitNameListQuery
  getAudienceDataResponse: GetAudienceDataResponse
  getAudienceGroupsQuery: GetAudienceGroupsQuery
  getFollowersQuery: GetFollowersQuery
  getJoinedMembershipUsersQuery: GetJoinedMembershipUsersQuery
  getModulesQuery: GetModulesQuery
  getSharedAudienceGroupsQuery: GetSharedAudienceGroupsQuery
  listCouponQuery: ListCouponQuery
  setWebhookEndpointRequest: SetWebhookEndpointRequest
  showLoadingAnimationRequest: ShowLoadingAnimationRequest
  updateAudienceGroupDescriptionRequest: UpdateAudienceGroupDescriptionRequest
}
