/** Bodies of requests and parts of them, which only the client and the emulator need: the core does not load their validators. */
import type { Kinds } from '../kinds.js'
import { Look } from '../look.js'
import type { Problem } from '../problem.js'
import { validateKind } from '../validate.js'
import { meta } from './generated/meta.js'
import * as validators from './generated/validators.js'

/** Kinds of requests, and of parts of them, that can be validated. */
export type RequestKind =
  | 'rich-menu-alias'
  | 'rich-menu-alias-update'
  | 'rich-menu-batch'
  | 'rich-menu-bulk-link'
  | 'rich-menu-bulk-unlink'
  | 'recipient'
  | 'demographic'
  | 'filter'
  | 'limit'
  | 'coupon'

export const requestKinds: Kinds<RequestKind> = {
  byName: {
    'rich-menu-alias': [validators.richMenuAlias, 'alias'],
    'rich-menu-alias-update': [validators.richMenuAliasUpdate, 'alias'],
    'rich-menu-batch': [validators.richMenuBatch, 'batch'],
    'rich-menu-bulk-link': [validators.richMenuBulkLink, 'link'],
    'rich-menu-bulk-unlink': [validators.richMenuBulkUnlink, 'unlink'],
    recipient: [validators.recipient, 'recipient'],
    demographic: [validators.demographic, 'filter'],
    filter: [validators.filter, 'filter'],
    limit: [validators.limit, 'limit'],
    coupon: [validators.coupon, 'coupon'],
  },
  meta,
}

/** Finds everything that is wrong with the JSON of a request. Never throws. */
export const validateRequestJson = (value: unknown, as: RequestKind): Problem[] =>
  validateKind(value, { as }, new Look(value), requestKinds)
