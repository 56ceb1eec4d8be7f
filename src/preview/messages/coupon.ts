/** Coupons. */
import { japanOffset } from '../../common/time-zone.js'
import type { CouponMessage } from '../../spec/coupon.js'
import { card, cardBody, cardText, cardTitle } from '../card.js'
import { beside, type Drawn } from '../drawn.js'
import { ticket } from '../icons.js'
import type { CouponLook } from '../options.js'
import { type Pen, picture } from '../pen.js'
import { entry, number, record, words } from '../read.js'
import { box, image, text, type TreeNode } from '../tree.js'

/** The day of a moment, in LINE's own time zone, whatever machine draws it. */
function day(seconds: unknown): string {
  const moment = number(seconds, 0, 253_402_000_000)
  if (moment === undefined) return ''
  const date = new Date(moment * 1000 + japanOffset)
  return date.toISOString().slice(0, 10).replaceAll('-', '/')
}

function art(look: CouponLook, pen: Pen): TreeNode {
  if (look.imageUrl !== undefined)
    return image({ width: '100%', aspectRatio: 1.51 }, picture(pen, look.imageUrl))
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

/** A card with picture, title, period and button. The message itself names the coupon only. */
export function couponMessage(message: unknown, pen: Pen): Drawn {
  const id = words(record<CouponMessage>(message)?.couponId, 80)
  const look = record<CouponLook>(entry(pen.coupons, id)) as CouponLook | undefined
  const [start, end] = [day(look?.startTimestamp), day(look?.endTimestamp)]
  const period =
    start || end ? `${pen.words.valid} ${start} ${pen.words.until} ${end}`.replace(/ +/g, ' ') : id
  const lines = [
    text(
      { fontSize: 11, fontWeight: 700, lineHeight: 1.4, color: '#06a94a', marginBottom: 2 },
      pen.words.coupon,
    ),
    cardTitle(look?.title ?? pen.words.coupon, pen),
    cardText(period, pen, { fontSize: 12, marginTop: 4 }),
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
          { fontSize: 15, fontWeight: 700, lineHeight: 1.4, color: '#ffffff' },
          pen.words.useCoupon,
        ),
      ],
    ),
  ]
  return beside(card([art(look ?? {}, pen), cardBody(lines)], pen, { role: 'coupon' }))
}
