/** Coupons. @see https://developers.line.biz/en/reference/messaging-api/#coupon */
import type { CouponStatus } from '../../spec/api/index.js'
import type { CouponCreateRequest } from '../../spec/coupon-request.js'
import {
  CouponCreateRequest_title_maxUtf16,
  CouponCreateRequest_title_minUtf16,
  ListCouponQuery_limit_default,
  ListCouponQuery_limit_maximum,
  ListCouponQuery_limit_minimum,
} from '../../spec/generated/numbers.js'
import { validateRequestJson } from '../../validation/requests/index.js'
import type { Refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { detailsRefusal, oneError, refusalOf, refuseErrors } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'
import { type Cause, generic } from '../api/wording.js'
import type { StoredCoupon } from '../state/state.js'
import { pageOf } from './paging.js'

const MOST = 5_000
const statuses = ['DRAFT', 'RUNNING', 'CLOSED']
const rewards = ['discount', 'free', 'gift', 'cashBack', 'others']

/** @throws {Refusal} 404 */
function couponOf(call: Call): StoredCoupon {
  const coupon = call.world.state.coupons.get(call.param('couponId'))
  if (!coupon) throw oneError(sentences.couponNotFound, '', 404)
  return coupon
}

const statusOf = ({ closed }: StoredCoupon): CouponStatus => (closed ? 'CLOSED' : 'RUNNING')

const createCoupon: Operation = (call) => {
  const body = call.json()
  refuseErrors(validateRequestJson(body, 'coupon'), refusalOfCoupon)
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

function refusalOfCoupon(errors: readonly Cause[]): Refusal {
  const unreadable = errors.find(({ code }) => code === 'wrong_type')
  if (unreadable) return refusalOf([unreadable])
  return detailsRefusal(errors.map((one) => ({ message: worded(one), property: one.path })))
}

/** LINE's words for coupons: texts have a size, lists have no blanks, and a property that does not belong is named. */
function worded(problem: Cause): string {
  const { code, path, unit, limit } = problem
  if (code === 'too_long' && unit === 'utf16') return sentences.sizeBetween(1, limit as number)
  if (code === 'empty' && path === 'title')
    return sentences.sizeBetween(
      CouponCreateRequest_title_minUtf16,
      CouponCreateRequest_title_maxUtf16,
    )
  if (code === 'unknown_property') return sentences.mustNotBeSpecified
  if (path === 'reward.type') return wordList(rewards)
  const said = generic(problem)[0]!
  return code === 'not_permitted' || code === 'unknown_type' ? said.replaceAll(', ', ',') : said
}

const wordList = (values: readonly unknown[]): string =>
  sentences.oneOf(values).replaceAll(', ', ',')

const listCoupon: Operation = (call) => {
  const wanted = (call.query.get('status') ?? '').split(',').filter(Boolean)
  if (wanted.some((status) => !statuses.includes(status)))
    throw oneError(wordList(statuses), 'status')
  const limit = Number(call.query.get('limit') ?? ListCouponQuery_limit_default)
  if (limit > ListCouponQuery_limit_maximum)
    throw oneError(sentences.atMost(ListCouponQuery_limit_maximum), 'limit')
  if (!(limit >= ListCouponQuery_limit_minimum))
    throw oneError(sentences.atLeast(ListCouponQuery_limit_minimum), 'limit')
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
