import type * as api from '../../spec/api/index.js'
import type { CouponCreateRequest } from '../../spec/index.js'
import type { CallOptions } from '../options.js'
import { listFrom, type ListQuery, type Paged } from '../pages.js'
import { assertValidRequest } from '../requests.js'
import { Resource } from './resource.js'

/** Coupons: `line.coupons`. */
export class Coupons extends Resource {
  /**
   * Creates a coupon. It cannot be changed afterwards, only closed.
   *
   * @returns its id, for `<Coupon>`
   * @throws {LineValidationError}
   * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
   */
  async create(coupon: CouponCreateRequest, options?: CallOptions): Promise<string> {
    assertValidRequest(coupon, { as: 'coupon' })
    return (await this.engine.call('createCoupon', { body: coupon }, options)).couponId
  }

  /**
   * Lists coupons, without their details.
   *
   * @example
   * for await (const { couponId, title } of line.coupons.list({ status: ['RUNNING'] })) console.log(couponId, title)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-coupon-list
   */
  list(
    query: ListQuery<api.ListCouponQuery> = {},
    options?: CallOptions,
  ): Paged<api.CouponListResponse> {
    return listFrom(query, (query: api.ListCouponQuery) =>
      this.engine.call('listCoupon', { query }, options),
    )
  }

  /**
   * Gets a coupon with all details.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-coupon
   */
  get(couponId: string, options?: CallOptions): Promise<api.CouponResponse> {
    return this.engine.call('getCouponDetail', { path: { couponId } }, options)
  }

  /**
   * Closes a coupon.
   *
   * @throws {LineApiError} `resource_gone` if it was closed before
   * @see https://developers.line.biz/en/reference/messaging-api/#discontinue-coupon
   */
  close(couponId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('closeCoupon', { path: { couponId } }, options)
  }
}
