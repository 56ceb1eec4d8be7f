import { FukidashiError } from '../common/error.js'

/**
 * - `option_invalid`: an owner, key or option that cannot be used.
 * - `menu_invalid`: a menu that LINE would refuse.
 * - `picture_missing`: a menu or an imagemap without a picture, or a file that cannot be read.
 * - `picture_invalid`: a picture that has not the size of its imagemap, or cannot be read as a picture.
 * - `icon_missing`: an icon or its package that is not installed.
 * - `font_missing`: a font file that cannot be read.
 * - `peer_missing`: a package that is needed and not installed.
 * - `imagemap_invalid`: an imagemap that LINE would refuse, or whose base URL is that of another.
 * - `alias_missing`: a tab that leads to a menu that does not exist.
 * - `owner_different`: an alias or the default belongs to a menu of somebody else.
 * - `limit_reached`: LINE permits no more menus or aliases.
 * - `deploy_conflict`: somebody else deploys another version at the same time.
 * - `users_invalid`: a list of users that cannot be used.
 */
export type RichMenuErrorCode =
  | 'option_invalid'
  | 'menu_invalid'
  | 'picture_missing'
  | 'picture_invalid'
  | 'icon_missing'
  | 'font_missing'
  | 'peer_missing'
  | 'imagemap_invalid'
  | 'alias_missing'
  | 'owner_different'
  | 'limit_reached'
  | 'deploy_conflict'
  | 'users_invalid'

/** Rich menus that cannot be deployed, or imagemaps that cannot be drawn. Nothing that users see has been removed. */
export class RichMenuError extends FukidashiError {
  override readonly name = 'RichMenuError'
  readonly code: RichMenuErrorCode

  constructor(code: RichMenuErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
