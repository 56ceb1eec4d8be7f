import { component } from '../../jsx-runtime/component.js'
import type { TextChildren } from '../../jsx-runtime/types.js'
import type { TextContent } from '../layout/content.js'
import type { GroundStyle, TextStyle } from '../layout/look.js'
import type { PartSize } from '../layout/part-size.js'
import { readContents } from './contents.js'
import { readSize } from './parts.js'
import { readTextLook } from './read-look.js'
import { groundNames, type Names, refuseUnknown, sizeNames, textNames } from './known-props.js'

/** Props of {@link Text}. */
export interface TextProps extends PartSize, TextStyle, Pick<GroundStyle, 'style'> {
  /** Most lines; more text ends with an ellipsis. All by default. */
  maxLines?: number | undefined
  /** Text; `<br />` begins a line. */
  children?: TextChildren
}

const names: Names<TextProps> = {
  ...{ ...sizeNames, ...textNames, style: groundNames.style },
  ...{ maxLines: 1, children: 1 },
}

/**
 * A text in a cell with a look of its own.
 *
 * @example
 * <Cell><Text fontSize={120} fontWeight={700}>Tea</Text><Text color="#667788">from Uji</Text></Cell>
 */
export const Text = component(
  ['Text', 'richMenuContent'],
  (props: TextProps, compiler): TextContent => {
    refuseUnknown(compiler, props, names)
    const { maxLines = 0 } = props
    const { contents } = readContents(props.children, compiler)
    if (contents.some(({ kind }) => kind !== 'text'))
      compiler.report('wrong_child', '<Text> holds only text and <br />')
    if (!Number.isInteger(maxLines) || maxLines < 0)
      compiler.report(
        'wrong_value',
        `maxLines is ${String(maxLines)}; it must be a whole number of lines, or 0 for all`,
        { property: 'maxLines' },
      )
    return {
      kind: 'text',
      ...readSize(compiler, props),
      text: contents.map((content) => (content.kind === 'text' ? content.text : '')).join(' '),
      look: readTextLook(compiler, props),
      maxLines,
    }
  },
)
