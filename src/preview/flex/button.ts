/** Buttons. */
import type { FlexAction } from '../../spec/action.js'
import type { FlexButton } from '../../spec/flex/index.js'
import { buttons } from '../figures.js'
import { ems } from '../measure.js'
import type { DrawContext } from '../context.js'
import { color, type Loose, oneOf, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, text, type TreeNode } from '../tree.js'
import { gravity, isFixed, type Parent, place, type Placed } from './place.js'

/** A button. Its color is the color of the text for `link`, and of the background otherwise. */
export function flexButton(
  value: Placed,
  parent: Parent,
  first: boolean,
  context: DrawContext,
): TreeNode {
  const json = value as Loose<FlexButton>
  const style = place(value, parent, first)
  style.justifyContent = gravity(json.gravity, parent)
  const kind = oneOf(json.style, ['primary', 'secondary']) ?? 'link'
  const own = color(json.color)
  const label = words(record<FlexAction>(json.action)?.label)
  const fits = json.adjustMode === 'shrink-to-fit' && isFixed(value, parent)
  const caption = text(
    {
      fontSize: context.type(buttons.fontSize) * (json.scaling === true ? context.textScale : 1),
      lineHeight: context.device.flexLine.pitch,
      maxWidth: '100%',
      color: kind === 'link' ? (own ?? buttons.link.text) : buttons[kind].text,
    },
    label,
    { fit: fits ? ems(label, false) : undefined },
  )
  const face = box(
    {
      // Text that shrinks to fit uses the width inside the paddings.
      alignItems: fits ? undefined : 'center',
      justifyContent: 'center',
      width: '100%',
      height: buttons.heights[json.height === 'sm' ? 'sm' : 'md'],
      paddingLeft: buttons.padding,
      paddingRight: buttons.padding,
      borderRadius: buttons.radius,
      backgroundColor: kind === 'link' ? undefined : (own ?? buttons[kind].background),
    },
    [fits ? { ...caption, style: { ...caption.style, textAlign: 'center' } } : caption],
    { role: 'flex-button-face', tap: tapOf(json.action), measures: fits },
  )
  return box(style, [face], { role: 'flex-button' })
}
