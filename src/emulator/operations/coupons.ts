/** Coupons. @see https://developers.line.biz/en/reference/messaging-api/#coupon */
import type { CouponStatus } from '../../spec/api/index.js'
import type { CouponCreateRequest } from '../../spec/coupon-request.js'
import { type Problem, validate } from '../../validation/index.js'
import type { Call, Operation } from '../api/call.js'
import { listed, oneError, refusalOf } from '../api/judge.js'
import { sentences } from '../api/sentences.js'
import type { StoredCoupon } from '../state/state.js'
import { pageOf } from './paging.js'

const MOST = 5_000
const statuses = ['DRAFT', 'RUNNING', 'CLOSED']

/** @throws {Refusal} 404 */
function couponOf(call: Call): StoredCoupon {
  const coupon = call.world.state.coupons.get(call.param('couponId'))
  if (!coupon) throw oneError(sentences.couponNotFound, '', 404)
  return coupon
}

const statusOf = ({ closed }: StoredCoupon): CouponStatus => (closed ? 'CLOSED' : 'RUNNING')

const createCoupon: Operation = (call) => {
  const body = call.json()
  const errors = validate(body, { as: 'coupon' }).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw inWords(errors)
  const { state, chance, now } = call.world
  const valid = [...state.coupons.values()].filter(
    ({ closed, request }) => !closed && request.endTimestamp * 1_000 > now,
  )
  if (valid.length >= MOST) throw oneError(sentences.tooManyCoupons, '')
  const couponId = chance.ulid(now)
  const request = body as unknown as CouponCreateRequest
  state.coupons.set(couponId, { couponId, request, createdAt: now, closed: false })
  return { json: { couponId } }
}

/** Coupons count letters as a size, and say that properties do not belong. */
function inWords(errors: readonly Problem[]) {
  const sized = errors.filter(({ code, unit }) => code === 'too_long' && unit === 'utf16')
  if (sized.length === 0) return refusalOf(errors)
  return listed(
    sized.map(({ path, limit }) => ({
      message: sentences.sizeBetween(1, limit as number),
      property: path,
    })),
  )
}

const listCoupon: Operation = (call) => {
  const wanted = (call.query.get('status') ?? '').split(',').filter(Boolean)
  if (wanted.some((status) => !statuses.includes(status)))
    throw oneError(sentences.oneOf(statuses).replaceAll(', ', ','), 'status')
  const limit = Number(call.query.get('limit') ?? 20)
  if (limit > 100) throw oneError(sentences.atMost(100), 'limit')
  if (!(limit >= 1)) throw oneError(sentences.atLeast(1), 'limit')
  const { coupons } = call.world.state
  const ids = () =>
    [...coupons.values()]
      .filter((coupon) => wanted.length === 0 || wanted.includes(statusOf(coupon)))
      .map(({ couponId }) => couponId)
  const { items, next } = pageOf(call, ids, limit)
  return {
    json: {
      items: items.map((couponId) => ({ couponId, title: coupons.get(couponId)?.request.title })),
      ...(next !== undefined && { next }),
    },
  }
}

export const coupons = {
  createCoupon,
  listCoupon,
  getCouponDetail: (call) => {
    const coupon = couponOf(call)
    const { couponId, request, createdAt } = coupon
    return {
      json: {
        ...request,
        couponId,
        createdTimestamp: Math.floor(createdAt / 1_000),
        status: statusOf(coupon),
      },
    }
  },
  closeCoupon: (call) => {
    const coupon = couponOf(call)
    if (coupon.closed) throw oneError(sentences.couponClosed, '', 410)
    coupon.closed = true
    return { json: {} }
  },
} satisfies Record<string, Operation>
