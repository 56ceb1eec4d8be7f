/** `fukidashi/rich-menu`: rich menus as code. */

// Menus
export { RichMenu, type RichMenuProps } from './components/RichMenu.js'
export type { PictureSource } from './components/details.js'
export {
  type RichMenuNode,
  richMenus,
  type RichMenuSet,
  type RichMenusOptions,
} from './define/rich-menus.js'

// Deployment
export { destroyRichMenus, planRichMenus, syncRichMenus } from './deploy/sync.js'
export { linkUsers, type LinkOptions, type LinkResult } from './deploy/link-users.js'
export type { SyncOptions, SyncResult } from './deploy/options.js'
export type { Change, KeepChange, Plan, PlanProblem } from './deploy/changes.js'
export { RichMenuError, type RichMenuErrorCode } from './errors.js'
