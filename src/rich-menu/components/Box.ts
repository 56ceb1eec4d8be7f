import { component } from '../../jsx-runtime/component.js'
import type { TextChildren } from '../../jsx-runtime/types.js'
import type { BoxContent } from '../layout/content.js'
import type { BoxStyle } from '../layout/look.js'
import type { PartSize } from '../layout/part-size.js'
import { readContents } from './contents.js'
import { readSize } from './parts.js'
import { readBoxLook } from './read-look.js'
import { boxNames, type Names, refuseUnknown, sizeNames } from './known-props.js'

/** Props of {@link Box}. */
export interface BoxProps extends PartSize, BoxStyle {
  /** Text, `<Text>`, `<Icon>`, `<Picture>`, `<Box>`. */
  children?: TextChildren
}

const names: Names<BoxProps> = { ...sizeNames, ...boxNames, children: 1 }

/**
 * A box in a cell: contents beside or below each other, with a background. Without `flex`, `width` or `height` it is as large as its
 * contents.
 *
 * @example
 * import { Box, Cell, Icon } from 'fukidashi/rich-menu'
 *
 * export const hours = (
 *   <Cell>
 *     <Box direction="row" gap={20} padding={20} radius={20} background="#ffffff">
 *       <Icon name="lucide:clock" />
 *       10:00–18:00
 *     </Box>
 *   </Cell>
 * )
 */
export const Box = component(
  ['Box', 'richMenuContent'],
  (props: BoxProps, compiler): BoxContent => {
    refuseUnknown(compiler, props, names)
    return {
      kind: 'box',
      ...readSize(compiler, props),
      look: readBoxLook(compiler, props),
      contents: readContents(props.children, compiler).contents,
    }
  },
)
