import { component } from '../../jsx-runtime/component.js'
import type { GroupNode } from '../layout/node.js'
import { type GroupProps, groupOf } from './group.js'

/**
 * Parts of a menu or an imagemap beside each other. Each is as high as the row, and as wide as its share (`flex`, 1 by default) or its `width` in pixels.
 *
 * @example
 * <Row height={186}>
 *   <Tab to="home">Home</Tab>
 *   <Tab to="shop">Shop</Tab>
 * </Row>
 */
export const Row = component(['Row', 'richMenuPart'], (props: GroupProps, compiler): GroupNode =>
  groupOf('row', props, compiler),
)
