/** Buttons. */
import type { FlexAction } from '../../spec/action.js'
import type { FlexButton } from '../../spec/flex/index.js'
import { buttons, lineHeight } from '../figures.js'
import { ems } from '../measure.js'
import type { Pen } from '../pen.js'
import { color, type Loose, oneOf, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, text, type TreeNode } from '../tree.js'
import { gravity, type Parent, place, type Placed } from './place.js'

/** A button: its colour is that of the text in a link, and of the background otherwise. */
export function flexButton(value: Placed, parent: Parent, first: boolean, pen: Pen): TreeNode {
  const given = value as Loose<FlexButton>
  const style = place(value, parent, first)
  style.justifyContent = gravity(given.gravity, parent)
  const kind = oneOf(given.style, ['primary', 'secondary']) ?? 'link'
  const own = color(given.color)
  const label = words(record<FlexAction>(given.action)?.label)
  const fits = given.adjustMode === 'shrink-to-fit'
  const caption = text(
    {
      fontSize: buttons.fontSize * (given.scaling === true ? pen.textScale : 1),
      lineHeight,
      maxWidth: '100%',
      color: kind === 'link' ? (own ?? buttons.link.text) : buttons[kind].text,
    },
    label,
    { fit: fits ? ems(label, false) : undefined },
  )
  const face = box(
    {
      // What shrinks to fit is measured by the room inside the paddings.
      alignItems: fits ? undefined : 'center',
      justifyContent: 'center',
      width: '100%',
      height: buttons.heights[given.height === 'sm' ? 'sm' : 'md'],
      paddingLeft: buttons.padding,
      paddingRight: buttons.padding,
      borderRadius: buttons.radius,
      backgroundColor: kind === 'link' ? undefined : (own ?? buttons[kind].background),
    },
    [fits ? { ...caption, style: { ...caption.style, textAlign: 'center' } } : caption],
    { role: 'flex-button-face', tap: tapOf(given.action), measures: fits },
  )
  return box(style, [face], { role: 'flex-button' })
}
