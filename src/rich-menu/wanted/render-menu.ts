import type { RichMenuRequest } from '../../spec/rich-menu.js'
import type { RichMenuSet } from '../define/rich-menus.js'
import { resolveMenu } from './resolve.js'

/** A menu as it would be deployed. Returned by {@link renderRichMenu}. */
export interface RenderedRichMenu {
  /** Such as `shop` or `shop.ja`. */
  readonly key: string
  /** Such as `shop` or `shop-ja`. */
  readonly alias: string
  /** LINE's JSON. Its `name` has the owner and the key, but no version. */
  readonly json: RichMenuRequest
  /** What may be wrong with it, although LINE accepts it. Texts that are larger than their cell are added when it is drawn. */
  readonly warnings: readonly string[]
  /**
   * Draws the picture, or reads it: PNG or JPEG. Done once.
   * @throws {PngError} `package_missing`, and others when it cannot be drawn
   */
  readonly picture: () => Promise<Uint8Array>
}

/**
 * Renders one menu without deploying it, for tests and previews.
 *
 * @param menus - from {@link richMenus}
 * @param key - such as `shop`, or `shop.ja` for one of its locales
 * @throws {LineValidationError} for a menu that LINE would refuse
 * @throws {LineArgumentError} `image_invalid` for a picture that LINE would refuse
 * @throws {RichMenuError} `option_invalid`, `menu_invalid`, `picture_missing`
 * @example
 * const { json, picture } = await renderRichMenu(menus, 'home')
 * const bytes = await picture()
 */
export async function renderRichMenu(menus: RichMenuSet, key: string): Promise<RenderedRichMenu> {
  const { alias, request, warnings, picture } = await resolveMenu(menus, key)
  const { size, selected, chatBarText, areas } = request
  const json = { size, selected, name: `${menus.owner}/${key}`, chatBarText, areas }
  return { key, alias, json, warnings, picture }
}
