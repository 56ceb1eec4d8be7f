import { component } from '../../jsx-runtime/component.js'
import { onlyChild } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { HeroChildren } from '../children.js'

/** Props of {@link Hero}. */
export interface HeroProps {
  /** One `<Flex.Image>`, `<Flex.Video>` or `<Flex.Box>`. */
  children?: HeroChildren
}

const child = onlyChild(
  rows.FlexHero,
  ['flexComponent', 'flexVideo'],
  'components; it takes exactly one: <Flex.Image>, <Flex.Video> or <Flex.Box>',
)

/**
 * The block below the header, from edge to edge: an image, a video or a box.
 *
 * @example
 * <Flex.Hero>
 *   <Flex.Image url="https://example.com/tea.jpg" size="full" aspectRatio="20:13" aspectMode="cover" />
 * </Flex.Hero>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Hero = component(
  rows.FlexHero,
  ({ children }: HeroProps, compiler) => child(compiler, children) ?? {},
)
