/** What LINE itself puts between messages. */
import type { Pen } from '../pen.js'
import { words } from '../read.js'
import { box, text, type TreeNode } from '../tree.js'
import { bubble } from '../messages/bubble.js'
import { avatar } from './avatar.js'
import { beginning } from './place.js'

/** A pill in the middle. */
export const systemLine = (said: unknown, pen: Pen): TreeNode =>
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
          backgroundColor: pen.colors.pill,
          maxWidth: '100%',
        },
        [
          text(
            { fontSize: 12, lineHeight: 1.4, color: pen.colors.pillText, textAlign: 'center' },
            words(said, 1_000),
            { wrap: true },
          ),
        ],
        { role: 'pill' },
      ),
    ],
    { role: 'system' },
  )

/** Three dots at the bot's side. */
export function loadingDots(pen: Pen): TreeNode {
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
  const spot = { own: false, start: 0, tail: false }
  return box(
    { marginTop: 14, minHeight: 36 },
    [
      box({ paddingLeft: beginning, alignItems: 'flex-start' }, [
        bubble({ backgroundColor: pen.colors.waiting }, [dots], spot, pen),
      ]),
      avatar(pen.account, pen),
    ],
    { role: 'loading' },
  )
}
