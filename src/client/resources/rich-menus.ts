import { assertValid } from '../../render/index.js'
import type * as api from '../../spec/api/index.js'
import type { RichMenuBatchOperation, RichMenuRequest } from '../../spec/index.js'
import { type Content, contentOf } from '../content/content.js'
import type { Element, JsxElement } from '../../jsx-runtime/element.js'
import type { Outcome } from '../ended.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import { type ImageSource, readImage } from '../image/rich-menu-image.js'
import type { CallOptions } from '../options.js'
import { chunks, deliver, maxRecipients } from './batches.js'
import type { ImageOptions, ResumeOptions } from './operation-options.js'
import { assertValidRequest } from '../requests.js'
import { Resource } from './resource.js'

/** A rich menu as JSON, or as an element that becomes it. */
export type RichMenuInput =
  RichMenuRequest | Element<RichMenuRequest> | JsxElement | { toJSON(): unknown }

const written = (menu: RichMenuInput): RichMenuRequest =>
  'toJSON' in menu ? (menu.toJSON() as RichMenuRequest) : (menu as RichMenuRequest)

/** Rich menus: `line.richMenus`. LINE permits 100 creations and 100 deletions an hour. */
export class RichMenus extends Resource {
  /**
   * Creates a menu. It is visible when it has an image and is linked to users or the default.
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
   * Creates a menu with its image. The image is checked first; if LINE refuses it, the menu is deleted again.
   *
   * @returns its id
   * @throws {LineValidationError}
   * @throws {LineArgumentError} `image_invalid`
   * @example
   * const richMenuId = await line.richMenus.createWithImage(menu, await readFile('menu.png'))
   * @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image
   */
  async createWithImage(
    menu: RichMenuInput,
    image: ImageSource,
    options?: CallOptions,
  ): Promise<string> {
    const body = written(menu)
    assertValid(body, { as: 'rich-menu' })
    const { bytes } = await readImage(image, body.size)
    const id = await this.create(body, options)
    try {
      await this.setImage(id, bytes, options)
    } catch (error) {
      // The signal of the call may be aborted.
      await this.delete(id).catch(() => undefined)
      throw error
    }
    return id
  }

  /**
   * Checks a menu with LINE's API without creating it.
   * @see https://developers.line.biz/en/reference/messaging-api/#validate-rich-menu-object
   */
  check(menu: RichMenuInput, options?: CallOptions): Promise<void> {
    return this.engine.call('validateRichMenuObject', { body: written(menu) }, options)
  }

  /**
   * Gets a menu.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu
   */
  get(richMenuId: string, options?: CallOptions): Promise<api.RichMenuResponse> {
    return this.engine.call('getRichMenu', { path: { richMenuId } }, options)
  }

  /**
   * Gets all menus that were created with the API.
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
   * Sets the image of a menu. It cannot be changed afterwards: another image needs another menu. The image is checked before it is sent:
   * PNG or JPEG by its bytes, {@limit RichMenuSize_width_minimum} to {@limit RichMenuSize_width_maximum} pixels wide, at least {@limit RichMenuSize_height_minimum} high, at least
   * {@limit richMenuRatio} times as wide as high, at most {@limit richMenuImage.bytes} bytes.
   *
   * @param options - `size`: size of the menu, which the image must have too
   * @throws {LineArgumentError} `image_invalid`
   * @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image
   */
  async setImage(
    richMenuId: string,
    image: ImageSource,
    options: CallOptions & ImageOptions = {},
  ): Promise<void> {
    const { bytes, type } = await readImage(image, options.size)
    const input = { path: { richMenuId }, written: bytes, contentType: type }
    await this.engine.exchange('setRichMenuImage', input, options)
  }

  /**
   * Gets a menu's image.
   * @see https://developers.line.biz/en/reference/messaging-api/#download-rich-menu-image
   */
  async image(richMenuId: string, options: CallOptions = {}): Promise<Content> {
    const input = { path: { richMenuId } }
    return contentOf(await this.engine.exchange('getRichMenuImage', input, options))
  }

  /**
   * Sets the default menu: users without a menu of their own see it.
   * @see https://developers.line.biz/en/reference/messaging-api/#set-default-rich-menu
   */
  setDefault(richMenuId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('setDefaultRichMenu', { path: { richMenuId } }, options)
  }

  /**
   * Gets the id of the default menu.
   *
   * @throws {LineApiError} `resource_not_found` if there is none
   * @see https://developers.line.biz/en/reference/messaging-api/#get-default-rich-menu-id
   */
  async defaultId(options?: CallOptions): Promise<string> {
    return (await this.engine.call('getDefaultRichMenuId', {}, options)).richMenuId
  }

  /**
   * Cancels the default menu.
   * @see https://developers.line.biz/en/reference/messaging-api/#cancel-default-rich-menu
   */
  cancelDefault(options?: CallOptions): Promise<void> {
    return this.engine.call('cancelDefaultRichMenu', {}, options)
  }

  /**
   * Links a menu to a user, or to many users: 500 in a request, done within seconds.
   *
   * @throws {LineValidationError} if one of several ids is invalid; then nothing is sent
   * @throws {LineBatchError} if one of several requests failed; its `results` have the users of each
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
    const bodies = groupsOf(users).map((userIds) => ({ richMenuId, userIds }))
    // All of them before the first is sent: otherwise an invalid id would leave only some users changed.
    for (const body of bodies) assertValidRequest(body, { as: 'rich-menu-bulk-link' })
    await changeMany(bodies, (body) =>
      this.engine.exchange('linkRichMenuIdToUsers', { body }, options ?? {}),
    )
  }

  /**
   * Unlinks the menu of a user, or of many users: 500 in a request, done within seconds.
   *
   * @throws {LineValidationError} if one of several ids is invalid; then nothing is sent
   * @throws {LineBatchError} if one of several requests failed; its `results` have the users of each
   * @see https://developers.line.biz/en/reference/messaging-api/#unlink-rich-menu-from-user
   */
  async unlink(users: string | readonly string[], options?: CallOptions): Promise<void> {
    if (typeof users === 'string')
      return this.engine.call('unlinkRichMenuIdFromUser', { path: { userId: users } }, options)
    const bodies = groupsOf(users).map((userIds) => ({ userIds }))
    for (const body of bodies) assertValidRequest(body, { as: 'rich-menu-bulk-unlink' })
    await changeMany(bodies, (body) =>
      this.engine.exchange('unlinkRichMenuIdFromUsers', { body }, options ?? {}),
    )
  }

  /**
   * Gets the id of the menu that is linked to a user.
   *
   * @throws {LineApiError} `resource_not_found` if the user has none
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-id-of-user
   */
  async idOf(userId: string, options?: CallOptions): Promise<string> {
    const answer = await this.engine.call('getRichMenuIdOfUser', { path: { userId } }, options)
    return answer.richMenuId
  }

  /**
   * Replaces or unlinks menus of all users who have them. At most 3 times an hour. LINE processes it after the response.
   *
   * @param options - `resumeRequestKey`: name under which a batch that failed half-way can be resumed
   * @returns the id for {@link RichMenus.batchProgress}
   * @example
   * const requestId = await line.richMenus.batch([{ type: 'link', from: oldId, to: newId }])
   * @see https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users
   */
  async batch(
    operations: RichMenuBatchOperation[],
    options: CallOptions & ResumeOptions = {},
  ): Promise<string> {
    const body = batchOf(operations, options.resumeRequestKey)
    assertValidRequest(body, { as: 'rich-menu-batch' })
    return (await this.engine.exchange('richMenuBatch', { body }, options)).requestId
  }

  /**
   * Checks a batch with LINE's API without running it.
   * @see https://developers.line.biz/en/reference/messaging-api/#validate-batch-control-rich-menus-request
   */
  checkBatch(
    operations: RichMenuBatchOperation[],
    options: CallOptions & ResumeOptions = {},
  ): Promise<void> {
    const body = batchOf(operations, options.resumeRequestKey)
    return this.engine.call('validateRichMenuBatchRequest', { body }, options)
  }

  /**
   * Gets the progress of a batch, for 14 days.
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

/** Splits users into the groups that one request takes. */
function groupsOf(users: readonly string[]): string[][] {
  const list: unknown = users
  if (!Array.isArray(list))
    throw new LineArgumentError(
      'parameter_invalid',
      `users is ${describeArgument(list)}; it must be the id of a user or an array of them`,
    )
  return chunks(users, maxRecipients)
}

/** Changes the menus of many users, one request after the other. */
async function changeMany<Body extends { userIds: string[] }>(
  bodies: readonly Body[],
  send: (body: Body) => Promise<Outcome<unknown>>,
): Promise<void> {
  if (bodies.length === 0)
    throw new LineArgumentError('recipients_missing', 'users: the array has no user id')
  const batches = bodies.map(({ userIds }) => ({ messages: { from: 0, count: 0 }, to: userIds }))
  await deliver(batches, async (batch) => {
    const outcome = await send(bodies[batches.indexOf(batch)]!)
    const { requestId, retryKey, attempts, repeated } = outcome
    return { requestId, retryKey, attempts, repeated, sentMessages: [], ...batch }
  })
}
