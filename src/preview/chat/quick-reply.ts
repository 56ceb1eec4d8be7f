/** Quick replies: pills in a row below the chat. */
import type { QuickReply, QuickReplyItem } from '../../spec/quick-reply.js'
import { camera, photos, pin } from '../icons.js'
import { type DrawContext, picture } from '../context.js'
import { entry, list, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'

/** LINE's own icons for items without an icon. */
const icons = { camera, cameraRoll: photos, location: pin } as const

function pill(value: unknown, first: boolean, context: DrawContext): TreeNode[] {
  const json = record<QuickReplyItem>(value)
  const tap = tapOf(json?.action)
  if (!json || !tap) return []
  const drawn = entry<(color: string) => string>(icons, tap.action.type)
  const url =
    json.imageUrl === undefined
      ? drawn?.(context.colors.quickText)
      : picture(context, json.imageUrl).url
  const icon = url
    ? [
        image({ width: 24, height: 24, marginRight: 5, borderRadius: 12 }, url, {
          role: 'pill-icon',
        }),
      ]
    : []
  const label = text(
    { fontSize: 14, fontWeight: 500, lineHeight: 1.4, color: context.colors.quickText },
    tap.label,
  )
  return [
    box(
      {
        flexDirection: 'row',
        alignItems: 'center',
        height: 36,
        marginLeft: first ? 10 : 6,
        paddingLeft: url ? 8 : 14,
        paddingRight: 14,
        borderRadius: 18,
        backgroundColor: context.colors.quick,
        boxShadow: '0 1px 2px #0000001f',
      },
      [...icon, label],
      { role: 'quick', tap },
    ),
  ]
}

/** The row of buttons, if there are any. */
export function quickReplies(value: unknown, context: DrawContext): TreeNode[] {
  const items = list(record<QuickReply>(value)?.items).slice(0, 50)
  const pills = items.flatMap((item, index) => pill(item, index === 0, context))
  if (pills.length === 0) return []
  const end = box({ width: 10, height: 1 })
  return [
    box({ flexDirection: 'row', marginTop: 14, paddingTop: 2, paddingBottom: 4 }, [...pills, end], {
      role: 'quick-replies',
      scrolls: true,
    }),
  ]
}
