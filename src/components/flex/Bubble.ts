import type { Props } from '../../jsx-runtime/types.js'
import type { FlexBubble } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { BlockChildren } from '../children.js'

/** Props of {@link Bubble}: the blocks may be children. */
export interface BubbleProps extends Props<FlexBubble> {
  /** `<Flex.Header>`, `<Flex.Hero>`, `<Flex.Body>`, `<Flex.Footer>`, in any order. */
  children?: BlockChildren
}

/**
 * A bubble of blocks: header, hero, body, footer, in this order and each optional. At most {@limit flexKilobytes.bubble} KB of JSON.
 *
 * @example
 * <Flex.Bubble size="kilo" styles={{ footer: { separator: true } }}>
 *   <Flex.Body><Flex.Text>Tea</Flex.Text></Flex.Body>
 *   <Flex.Footer><Flex.Button><Uri label="Open" uri="https://example.com" /></Flex.Button></Flex.Footer>
 * </Flex.Bubble>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 */
export const Bubble = fromRow<BubbleProps>(rows.FlexBubble)
