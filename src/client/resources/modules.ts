import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { listFrom, type ListQuery, type Paged } from '../pages.js'
import { checkId } from '../request/ids.js'
import { Resource } from './resource.js'

/** Module channels: `line.modules`. For corporate customers. */
export class Modules extends Resource {
  /**
   * Attaches the module channel to an account. Pass `client_id` and `client_secret`; no token is needed.
   * @see https://developers.line.biz/en/reference/partner-docs/#link-attach-by-operation-module-channel-provider
   */
  attach(
    request: api.AttachModuleRequest,
    options?: CallOptions,
  ): Promise<api.AttachModuleResponse> {
    return this.engine.call('attachModule', { body: request }, options)
  }

  /**
   * Detaches the module channel from an account.
   *
   * @param botId - user id of the account's bot
   * @see https://developers.line.biz/en/reference/partner-docs/#unlink-detach-module-channel-by-operation-mc-admin
   */
  async detach(botId: string, options?: CallOptions): Promise<void> {
    // Optional in LINE's API description, but needed to identify the account.
    checkId('botId', botId, 'text', { strict: false, place: 'detach' })
    return this.engine.call('detachModule', { body: { botId } }, options)
  }

  /**
   * Lists the accounts to which the module channel is attached.
   * @see https://developers.line.biz/en/reference/partner-docs/#get-multiple-bot-info-api
   */
  list(query: ListQuery<api.GetModulesQuery> = {}, options?: CallOptions): Paged<api.ModuleBot> {
    return listFrom(query, async (query: api.GetModulesQuery) => {
      const { bots, ...page } = await this.engine.call('getModules', { query }, options)
      return { items: bots, ...page }
    })
  }

  /**
   * Takes control of a chat.
   *
   * @param chatId - id of a user, group or room
   * @see https://developers.line.biz/en/reference/partner-docs/#acquire-control-api
   */
  acquireChatControl(
    chatId: string,
    request: api.AcquireChatControlRequest = {},
    options?: CallOptions,
  ): Promise<void> {
    return this.engine.call('acquireChatControl', { path: { chatId }, body: request }, options)
  }

  /**
   * Returns control of a chat.
   * @see https://developers.line.biz/en/reference/partner-docs/#release-control-api
   */
  releaseChatControl(chatId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('releaseChatControl', { path: { chatId } }, options)
  }
}
