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

/** Every kind of value that can stand by itself. The generator starts here. */
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
  richMenuAlias: CreateRichMenuAliasRequest
  richMenuAliasUpdate: UpdateRichMenuAliasRequest
  richMenuBatch: RichMenuBatchRequest
  richMenuBulkLink: RichMenuBulkLinkRequest
  richMenuBulkUnlink: RichMenuBulkUnlinkRequest
  /** @rule recipients */
  recipient: Recipient
  /** @rule filters */
  demographic: DemographicFilter
  filter: Filter
  limit: Limit
  coupon: CouponCreateRequest
}
