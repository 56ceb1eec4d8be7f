import { component } from '../../jsx-runtime/component.js'
import type { GroupNode, PartSize } from '../layout/node.js'
import { groupOf } from './group.js'
import type { PartChildren } from './parts.js'

/** Props of {@link Row} and {@link Column}. */
export interface GroupProps extends PartSize {
  /** Pixels between parts; 0 by default. */
  gap?: number | undefined
  /** Pixels between the edge and the parts; 0 by default. */
  padding?: number | undefined
  /** `<Row>`, `<Column>`, `<Cell>` and `<Tab>`. */
  children?: PartChildren
}

/**
 * Parts of a menu beside each other. Each is as high as the row, and as wide as its share (`flex`, 1 by default) or its `width` in pixels.
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
