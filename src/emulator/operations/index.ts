/** The implementation of each operation. The type requires all of them. */
import type { OperationId } from '../../endpoints/index.js'
import type { Operation } from '../api/call.js'
import { aliases } from './aliases.js'
import { audiences } from './audiences.js'
import { bot } from './bot.js'
import { chats } from './chats.js'
import { content } from './content.js'
import { coupons } from './coupons.js'
import { groups } from './groups.js'
import { insight } from './insight.js'
import { liff } from './liff.js'
import { memberships } from './memberships.js'
import { modules } from './modules.js'
import { narrowcasts } from './narrowcasts.js'
import { notifications } from './notifications.js'
import { richMenuBatches } from './rich-menu-batches.js'
import { richMenuLinks } from './rich-menu-links.js'
import { richMenus } from './rich-menus.js'
import { sending } from './sending.js'
import { shop } from './shop.js'
import { statistics } from './statistics.js'
import { tokens } from './tokens.js'

export const operations: Readonly<Record<OperationId, Operation>> = {
  ...sending,
  ...narrowcasts,
  ...statistics,
  ...notifications,
  ...chats,
  ...groups,
  ...content,
  ...bot,
  ...richMenus,
  ...richMenuLinks,
  ...richMenuBatches,
  ...aliases,
  ...coupons,
  ...memberships,
  ...insight,
  ...audiences,
  ...tokens,
  ...liff,
  ...modules,
  ...shop,
}
