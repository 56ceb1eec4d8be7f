import { component } from '../../jsx-runtime/component.js'
import type { GroupNode } from '../layout/node.js'
import { type GroupProps, groupOf } from './group.js'

/**
 * Parts of a menu or an imagemap below each other. Each is as wide as the column, and as high as its share (`flex`, 1 by default) or its `height` in pixels.
 *
 * @example
 * <Column gap={24}>
 *   <Cell><Uri uri="https://example.com/hours" />Opening hours</Cell>
 *   <Cell><Uri uri="https://example.com/map" />Find us</Cell>
 * </Column>
 */
export const Column = component(
  ['Column', 'richMenuPart'],
  (props: GroupProps, compiler): GroupNode => groupOf('column', props, compiler),
)
