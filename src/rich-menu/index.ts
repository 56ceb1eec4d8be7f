/** `fukidashi/rich-menu`: rich menus and imagemaps as code. */

// Menus
export { RichMenu, type RichMenuProps } from './components/RichMenu.js'
export { Row } from './components/Row.js'
export type { GroupProps } from './components/group.js'
export { Column } from './components/Column.js'
export { Cell, type CellProps } from './components/Cell.js'
export { Place, type PlaceProps } from './components/Place.js'
export { Tab, type TabProps } from './components/Tab.js'
export { VideoCell, type VideoCellProps } from './components/VideoCell.js'
export type { PartChildren } from './components/parts.js'
export type { Component } from '../jsx-runtime/component.js'
export type { Children, TextAnd, TextChildren } from '../jsx-runtime/types.js'
export type { Bounds, Length, PartSize } from './layout/node.js'
export type { CellStyle, GroundStyle } from './layout/look.js'
export type { PictureSource } from './layout/picture-source.js'
export {
  type RichMenuNode,
  richMenus,
  type RichMenuSet,
  type RichMenusOptions,
} from './define/rich-menus.js'

// Imagemaps
export { Imagemap, type ImagemapProps } from './components/Imagemap.js'
export type { SurfaceProps } from './components/surface.js'

// Deployment
export { destroyRichMenus, planRichMenus, syncRichMenus } from './deploy/sync.js'
export { linkUsers, type LinkOptions, type LinkResult } from './deploy/link-users.js'
export type { SyncOptions, SyncResult } from './deploy/options.js'
export type {
  AliasChange,
  Change,
  CreateChange,
  DefaultChange,
  DeleteAliasChange,
  DeleteChange,
  KeepChange,
  MoveChange,
  PictureChange,
  Plan,
  PlanProblem,
} from './deploy/changes.js'
export { RichMenuError, type RichMenuErrorCode } from './errors.js'
