import { assertValid } from '../../render/index.js'
import type * as api from '../../spec/api/index.js'
import type { RichMenuBatchOperation, RichMenuRequest, RichMenuSize } from '../../spec/index.js'
import { type Content, contentOf } from '../content/content.js'
import type { Element, JsxElement } from '../../jsx-runtime/element.js'
import { type ImageSource, readImage } from '../image/rich-menu-image.js'
import type { CallOptions } from '../options.js'
import { chunks, mostRecipients } from './batches.js'
import { Resource } from './resource.js'

/** A rich menu as JSON, or as an element that becomes it. */
export type RichMenuInput =
  RichMenuRequest | Element<RichMenuRequest> | JsxElement | { toJSON(): unknown }

const written = (menu: RichMenuInput): RichMenuRequest =>
  'toJSON' in menu ? (menu.toJSON() as RichMenuRequest) : (menu as RichMenuRequest)

/** Rich menus: `line.richMenus`. LINE takes 100 creations and 100 deletions an hour. */
export class RichMenus extends Resource {
  /**
   * Makes a menu. It is seen once it has a picture and somebody has it.
   *
   * @returns its id
   * @throws {LineValidationError}
   * @example
   * const richMenuId = await line.richMenus.create(menu)
   * await line.richMenus.setImage(richMenuId, await readFile('menu.png'), { size: menu.size })
   * await line.richMenus.setDefault(richMenuId)
   * @see https://developers.line.biz/en/reference/messaging-api/#create-rich-menu
   */
  async create(menu: RichMenuInput, options?: CallOptions): Promise<string> {
    const body = written(menu)
    assertValid(body, { as: 'rich-menu' })
    return (await this.engine.call('createRichMenu', { body }, options)).richMenuId
  }

  /**
   * Asks LINE to check a menu without making it.
   * @see https://developers.line.biz/en/reference/messaging-api/#validate-rich-menu-object
   */
  check(menu: RichMenuInput, options?: CallOptions): Promise<void> {
    return this.engine.call('validateRichMenuObject', { body: written(menu) }, options)
  }

  /**
   * A menu.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu
   */
  get(richMenuId: string, options?: CallOptions): Promise<api.RichMenuResponse> {
    return this.engine.call('getRichMenu', { path: { richMenuId } }, options)
  }

  /**
   * All menus that were made by API.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-list
   */
  async list(options?: CallOptions): Promise<api.RichMenuResponse[]> {
    return (await this.engine.call('getRichMenuList', {}, options)).richmenus
  }

  /**
   * Deletes a menu.
   * @see https://developers.line.biz/en/reference/messaging-api/#delete-rich-menu
   */
  delete(richMenuId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('deleteRichMenu', { path: { richMenuId } }, options)
  }

  /**
   * Gives a menu its picture, once: another picture needs another menu. What LINE would refuse is refused before sending: PNG or
   * JPEG by its bytes, {@limit RichMenuSize_width_minimum} to {@limit RichMenuSize_width_maximum} pixels wide, at least {@limit RichMenuSize_height_minimum} high, at least
   * {@limit richMenuRatio} times as wide as high, at most {@limit richMenuImage.bytes} bytes.
   *
   * @param options - `size`: of the menu, which the picture must have too
   * @throws {LineArgumentError} `image_invalid`
   * @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image
   */
  async setImage(
    richMenuId: string,
    image: ImageSource,
    options: CallOptions & { size?: RichMenuSize } = {},
  ): Promise<void> {
    const { bytes, type } = await readImage(image, options.size)
    const input = { path: { richMenuId }, written: bytes, contentType: type }
    await this.engine.exchange('setRichMenuImage', input, options)
  }

  /**
   * A menu's picture.
   * @see https://developers.line.biz/en/reference/messaging-api/#download-rich-menu-image
   */
  async image(richMenuId: string, options: CallOptions = {}): Promise<Content> {
    const input = { path: { richMenuId } }
    return contentOf(await this.engine.exchange('getRichMenuImage', input, options))
  }

  /**
   * Shows a menu to everybody who has none of their own.
   * @see https://developers.line.biz/en/reference/messaging-api/#set-default-rich-menu
   */
  setDefault(richMenuId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('setDefaultRichMenu', { path: { richMenuId } }, options)
  }

  /**
   * Id of the menu that everybody has.
   *
   * @throws {LineApiError} `resource_not_found` when there is none
   * @see https://developers.line.biz/en/reference/messaging-api/#get-default-rich-menu-id
   */
  async defaultId(options?: CallOptions): Promise<string> {
    return (await this.engine.call('getDefaultRichMenuId', {}, options)).richMenuId
  }

  /**
   * Shows no menu to those who have none of their own.
   * @see https://developers.line.biz/en/reference/messaging-api/#cancel-default-rich-menu
   */
  cancelDefault(options?: CallOptions): Promise<void> {
    return this.engine.call('cancelDefaultRichMenu', {}, options)
  }

  /**
   * Gives a user a menu, or many users the same: 500 a request, done within seconds.
   *
   * @throws {LineValidationError} when one of several ids is invalid; then nothing is sent
   * @example
   * await line.richMenus.link(userIds, richMenuId)
   * @see https://developers.line.biz/en/reference/messaging-api/#link-rich-menu-to-user
   */
  async link(
    users: string | readonly string[],
    richMenuId: string,
    options?: CallOptions,
  ): Promise<void> {
    if (typeof users === 'string')
      return this.engine.call(
        'linkRichMenuIdToUser',
        { path: { userId: users, richMenuId } },
        options,
      )
    const bodies = chunks(users, mostRecipients).map((userIds) => ({ richMenuId, userIds }))
    // All of them before the first is sent: one that is refused would leave the work half done.
    for (const body of bodies) assertValid(body, { as: 'rich-menu-bulk-link' })
    for (const body of bodies) await this.engine.call('linkRichMenuIdToUsers', { body }, options)
  }

  /**
   * Takes a user's own menu away, or that of many: 500 a request, done within seconds.
   *
   * @throws {LineValidationError} when one of several ids is invalid; then nothing is sent
   * @see https://developers.line.biz/en/reference/messaging-api/#unlink-rich-menu-from-user
   */
  async unlink(users: string | readonly string[], options?: CallOptions): Promise<void> {
    if (typeof users === 'string')
      return this.engine.call('unlinkRichMenuIdFromUser', { path: { userId: users } }, options)
    const bodies = chunks(users, mostRecipients).map((userIds) => ({ userIds }))
    for (const body of bodies) assertValid(body, { as: 'rich-menu-bulk-unlink' })
    for (const body of bodies)
      await this.engine.call('unlinkRichMenuIdFromUsers', { body }, options)
  }

  /**
   * Id of a user's own menu.
   *
   * @throws {LineApiError} `resource_not_found` when the user has none
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-id-of-user
   */
  async idOf(userId: string, options?: CallOptions): Promise<string> {
    const answer = await this.engine.call('getRichMenuIdOfUser', { path: { userId } }, options)
    return answer.richMenuId
  }

  /**
   * Changes the menus of all users who have certain ones. At most 3 times an hour; LINE works on it afterwards.
   *
   * @param options - `resumeRequestKey`: a name under which the same can be taken up again when it failed half way
   * @returns the id with which {@link RichMenus.batchProgress} is asked
   * @example
   * const requestId = await line.richMenus.batch([{ type: 'link', from: oldId, to: newId }])
   * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
   */
  async batch(
    operations: RichMenuBatchOperation[],
    options: CallOptions & { resumeRequestKey?: string } = {},
  ): Promise<string> {
    const body = batchOf(operations, options.resumeRequestKey)
    assertValid(body, { as: 'rich-menu-batch' })
    return (await this.engine.exchange('richMenuBatch', { body }, options)).requestId
  }

  /**
   * Asks LINE to check a batch without doing it.
   * @see https://developers.line.biz/en/reference/messaging-api/#validate-batch-control-rich-menus-request
   */
  checkBatch(
    operations: RichMenuBatchOperation[],
    options: CallOptions & { resumeRequestKey?: string } = {},
  ): Promise<void> {
    const body = batchOf(operations, options.resumeRequestKey)
    return this.engine.call('validateRichMenuBatchRequest', { body }, options)
  }

  /**
   * How far a batch is, for 14 days.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-batch-control-rich-menus-progress-status
   */
  batchProgress(
    requestId: string,
    options?: CallOptions,
  ): Promise<api.RichMenuBatchProgressResponse> {
    return this.engine.call('getRichMenuBatchProgress', { query: { requestId } }, options)
  }
}

const batchOf = (operations: RichMenuBatchOperation[], resumeRequestKey: string | undefined) => ({
  operations,
  ...(resumeRequestKey !== undefined && { resumeRequestKey }),
})
