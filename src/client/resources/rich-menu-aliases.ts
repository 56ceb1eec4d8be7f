import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { assertValidRequest } from '../requests.js'
import { Resource } from './resource.js'

/** Aliases of rich menus, for `<RichMenuSwitch>`: `line.richMenuAliases`. */
export class RichMenuAliases extends Resource {
  /**
   * Creates an alias for a menu, which must have its image.
   *
   * @param richMenuAliasId - at most {@limit RichMenuAliasId_maxUtf16} lower-case letters, digits, `-` and `_`
   * @throws {LineValidationError}
   * @example
   * await line.richMenuAliases.create('tab-a', richMenuId)
   * @see https://developers.line.biz/en/reference/messaging-api/#create-rich-menu-alias
   */
  async create(richMenuAliasId: string, richMenuId: string, options?: CallOptions): Promise<void> {
    const body = { richMenuAliasId, richMenuId }
    assertValidRequest(body, { as: 'rich-menu-alias' })
    await this.engine.call('createRichMenuAlias', { body }, options)
  }

  /**
   * Gets the menu of an alias.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-alias-information
   */
  get(richMenuAliasId: string, options?: CallOptions): Promise<api.RichMenuAliasResponse> {
    return this.engine.call('getRichMenuAlias', { path: { richMenuAliasId } }, options)
  }

  /**
   * Gets all aliases.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-alias-list
   */
  async list(options?: CallOptions): Promise<api.RichMenuAliasResponse[]> {
    return (await this.engine.call('getRichMenuAliasList', {}, options)).aliases
  }

  /**
   * Changes the menu of an alias.
   *
   * @throws {LineValidationError}
   * @see https://developers.line.biz/en/reference/messaging-api/#update-rich-menu-alias
   */
  async update(richMenuAliasId: string, richMenuId: string, options?: CallOptions): Promise<void> {
    assertValidRequest({ richMenuAliasId, richMenuId }, { as: 'rich-menu-alias' })
    const input = { path: { richMenuAliasId }, body: { richMenuId } }
    await this.engine.call('updateRichMenuAlias', input, options)
  }

  /**
   * Deletes an alias, but not its menu.
   * @see https://developers.line.biz/en/reference/messaging-api/#delete-rich-menu-alias
   */
  delete(richMenuAliasId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('deleteRichMenuAlias', { path: { richMenuAliasId } }, options)
  }
}
