/** Quick replies: pills in a row below the chat. */
import type { QuickReply, QuickReplyItem } from '../../spec/quick-reply.js'
import { quickReplies as figures } from '../chat-figures.js'
import { filledCamera, filledPhotos, filledPin } from '../icons.js'
import { type DrawContext, picture } from '../context.js'
import { entry, list, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'

/** LINE's own icons for items without an icon. */
const icons = { camera: filledCamera, cameraRoll: filledPhotos, location: filledPin } as const

function pill(value: unknown, context: DrawContext): TreeNode[] {
  const json = record<QuickReplyItem>(value)
  const tap = tapOf(json?.action)
  if (!json || !tap) return []
  const { colors, device, type } = context
  const drawn = entry(icons, tap.action.type)
  const url =
    json.imageUrl === undefined
      ? drawn?.(colors.quickText, colors.quick)
      : picture(context, json.imageUrl).url
  const icon = url
    ? [
        image({ width: 24, height: 24, marginRight: 4, borderRadius: 12 }, url, {
          role: 'pill-icon',
        }),
      ]
    : []
  const label = text(
    { fontSize: type(figures.size), lineHeight: 1.4, color: colors.quickText },
    tap.label,
  )
  const { height } = device.quick
  return [
    box(
      {
        flexDirection: 'row',
        alignItems: 'center',
        height,
        marginLeft: figures.gap,
        paddingLeft: url ? 8 : 13,
        paddingRight: 13,
        borderRadius: height / 2,
        backgroundColor: colors.quick,
      },
      [...icon, label],
      { role: 'quick', tap },
    ),
  ]
}

/** The row of buttons, if there are any: in the middle if all fit. */
export function quickReplies(value: unknown, context: DrawContext): TreeNode[] {
  const items = list(record<QuickReply>(value)?.items).slice(0, 50)
  const pills = items.flatMap((item) => pill(item, context))
  if (pills.length === 0) return []
  const end = box({ width: figures.gap, height: 1 })
  const row = box({ flexDirection: 'row', justifyContent: 'center', minWidth: '100%' }, [
    ...pills,
    end,
  ])
  return [
    box({ flexDirection: 'row', paddingTop: 14, paddingBottom: 9 }, [row], {
      role: 'quick-replies',
      scrolls: true,
    }),
  ]
}
