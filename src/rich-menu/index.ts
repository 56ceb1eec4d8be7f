/** `fukidashi/rich-menu`: rich menus and imagemaps as code. */

// Menus
export { RichMenu, type RichMenuProps } from './components/RichMenu.js'
export { Row } from './components/Row.js'
export type { GroupProps } from './components/group.js'
export { Column } from './components/Column.js'
export { Cell, type CellProps } from './components/Cell.js'
export { Place, type PlaceProps } from './components/Place.js'
export { Tab, type TabProps } from './components/Tab.js'
// Contents of cells
export { Box, type BoxProps } from './components/Box.js'
export { Icon, type IconProps } from './components/Icon.js'
export { Picture, type PictureProps } from './components/Picture.js'
export { Text, type TextProps } from './components/Text.js'
export { VideoCell, type VideoCellProps } from './components/VideoCell.js'
export type { PartChildren } from './components/parts.js'
export type { Component } from '../jsx-runtime/component.js'
export type { Children, TextAnd, TextChildren } from '../jsx-runtime/types.js'
export type { Bounds, Length } from './layout/node.js'
export type { PartSize } from './layout/part-size.js'
export type {
  Alignment,
  BoxStyle,
  CellStyle,
  GroundStyle,
  NamedStyles,
  TextStyle,
} from './layout/look.js'
export type { PictureSource } from './layout/picture-source.js'
export {
  type RichMenuNode,
  richMenus,
  type RichMenuSet,
  type RichMenusOptions,
} from './define/rich-menus.js'

export { renderRichMenu, type RenderedRichMenu } from './wanted/render-menu.js'
// Types of components that cells and imagemaps share with the core
export type { AroundMessage, UriChildren } from '../components/index.js'

// Imagemaps
export { Imagemap, type ImagemapProps } from './components/Imagemap.js'
export type { SurfaceProps } from './components/surface.js'
export { type DrawnImagemap, drawImagemap } from './imagemap/draw-imagemap.js'
export {
  type ImagemapHandler,
  imagemapHandler,
  type ImagemapHandlerOptions,
  type PictureNodeRequest,
  type PictureNodeResponse,
} from './imagemap/imagemap-handler.js'
export type { ImagemapNode, ImagemapOptions } from './imagemap/imagemap-source.js'
export type { ImagemapNodes, ReadyImagemap } from './imagemap/served-imagemaps.js'
export {
  writeImagemaps,
  type WrittenImagemaps,
  type WrittenPicture,
} from './imagemap/write-imagemaps.js'

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
