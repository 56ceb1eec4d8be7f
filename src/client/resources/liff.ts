import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

/** LIFF apps: `line.liff`. They need a token of a LINE Login channel, so another client. */
export class Liff extends Resource {
  /**
   * Adds an app, at most {@limit liffApps} per channel.
   *
   * @returns its id
   * @see https://developers.line.biz/en/reference/liff-server/#add-liff-app
   */
  async add(app: api.AddLiffAppRequest, options?: CallOptions): Promise<string> {
    return (await this.engine.call('addLIFFApp', { body: app }, options)).liffId
  }

  /**
   * Gets the channel's apps.
   *
   * @throws {LineApiError} `resource_not_found` when there are none
   * @see https://developers.line.biz/en/reference/liff-server/#get-all-liff-apps
   */
  async list(options?: CallOptions): Promise<api.LiffApp[]> {
    return (await this.engine.call('getAllLIFFApps', {}, options)).apps ?? []
  }

  /**
   * Changes an app. Properties that are absent stay unchanged.
   * @see https://developers.line.biz/en/reference/liff-server/#update-liff-app
   */
  update(liffId: string, changes: api.UpdateLiffAppRequest, options?: CallOptions): Promise<void> {
    return this.engine.call('updateLIFFApp', { path: { liffId }, body: changes }, options)
  }

  /**
   * Deletes an app.
   * @see https://developers.line.biz/en/reference/liff-server/#delete-liff-app
   */
  delete(liffId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('deleteLIFFApp', { path: { liffId } }, options)
  }
}
