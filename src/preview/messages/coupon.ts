/** Coupons. */
import { japanOffset } from '../../common/time-zone.js'
import type { CouponMessage } from '../../spec/coupon.js'
import { card, cardBody, cardText, cardTitle } from '../card.js'
import { beside, type Drawn } from '../drawn.js'
import { ticket } from '../icons.js'
import type { CouponLook } from '../options.js'
import { type DrawContext, picture } from '../context.js'
import { entry, number, record, words } from '../read.js'
import { box, image, text, type TreeNode } from '../tree.js'

/** Formats a time as a date in LINE's time zone, not in the machine's. */
function day(seconds: unknown): string {
  const moment = number(seconds, 0, 253_402_000_000)
  if (moment === undefined) return ''
  const date = new Date(moment * 1000 + japanOffset)
  return date.toISOString().slice(0, 10).replaceAll('-', '/')
}

function art(look: CouponLook, context: DrawContext): TreeNode {
  if (look.imageUrl !== undefined)
    return image({ width: '100%', aspectRatio: 1.51 }, picture(context, look.imageUrl))
  return box(
    {
      width: '100%',
      aspectRatio: 1.51,
      alignItems: 'center',
      justifyContent: 'center',
      backgroundColor: '#06c755',
    },
    [image({ width: 72, height: 72 }, ticket('#ffffff'))],
  )
}

/** A card with image, title, period and button. The message itself only has the coupon's id. */
export function couponMessage(message: unknown, context: DrawContext): Drawn {
  const id = words(record<CouponMessage>(message)?.couponId, 80)
  const look = record<CouponLook>(entry(context.coupons, id)) as CouponLook | undefined
  const [start, end] = [day(look?.startTimestamp), day(look?.endTimestamp)]
  const period =
    start || end
      ? `${context.words.valid} ${start} ${context.words.until} ${end}`.replace(/ +/g, ' ')
      : id
  const lines = [
    text(
      {
        fontSize: context.type(11),
        fontWeight: 700,
        lineHeight: 1.4,
        color: '#06a94a',
        marginBottom: 2,
      },
      context.words.coupon,
    ),
    cardTitle(look?.title ?? context.words.coupon, context),
    cardText(period, context, { fontSize: context.type(12), lineHeight: 1.4, marginTop: 4 }),
    box(
      {
        height: 40,
        marginTop: 12,
        borderRadius: 8,
        backgroundColor: '#06c755',
        alignItems: 'center',
        justifyContent: 'center',
      },
      [
        text(
          { fontSize: context.type(15), fontWeight: 700, lineHeight: 1.4, color: '#ffffff' },
          context.words.useCoupon,
        ),
      ],
    ),
  ]
  return beside(card([art(look ?? {}, context), cardBody(lines)], context, { role: 'coupon' }))
}
