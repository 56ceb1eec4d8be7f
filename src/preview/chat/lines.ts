/** System messages and the loading animation. */
import type { DrawContext } from '../context.js'
import { words } from '../read.js'
import { box, text, type TreeNode } from '../tree.js'
import { bubble } from '../messages/bubble.js'
import { avatar } from './avatar.js'

/** A system message, centered. */
export const systemLine = (content: unknown, context: DrawContext): TreeNode =>
  box(
    { marginTop: 14, alignItems: 'center', paddingLeft: 24, paddingRight: 24 },
    [
      box(
        {
          paddingTop: 3,
          paddingRight: 12,
          paddingBottom: 3,
          paddingLeft: 12,
          borderRadius: 12,
          backgroundColor: context.colors.pill,
          maxWidth: '100%',
        },
        [
          text(
            { fontSize: 12, lineHeight: 1.4, color: context.colors.pillText, textAlign: 'center' },
            words(content, 1_000),
            { wrap: true },
          ),
        ],
        { role: 'pill' },
      ),
    ],
    { role: 'system' },
  )

/** The loading animation: three dots on the bot's side. */
export function loadingDots(context: DrawContext): TreeNode {
  const dot = (): TreeNode =>
    box(
      {
        width: 7,
        height: 7,
        borderRadius: 3.5,
        marginRight: 2,
        marginLeft: 2,
        backgroundColor: '#8b929c',
      },
      [],
      { role: 'dot' },
    )
  const dots = box({ flexDirection: 'row', alignItems: 'center', height: 20 }, [
    dot(),
    dot(),
    dot(),
  ])
  const spot = { own: false, iconSpace: true, tail: false }
  return box(
    { marginTop: 14, minHeight: context.icon.size },
    [
      box({ paddingLeft: context.icon.right, alignItems: 'flex-start' }, [
        bubble({ backgroundColor: context.colors.loading }, [dots], spot, context),
      ]),
      avatar(context.account, context),
    ],
    { role: 'loading' },
  )
}
