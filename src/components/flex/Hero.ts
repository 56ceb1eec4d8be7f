import { component } from '../../jsx-runtime/component.js'
import type { Children } from '../../jsx-runtime/types.js'
import type { FlexHero } from '../../spec/flex/index.js'
import { distribute } from '../distribute.js'
import { slotsOf } from '../from-row.js'
import * as rows from '../generated/rows.js'
import { many } from '../message.js'

/** Props of {@link Hero}. */
export interface HeroProps {
  /** One `<Flex.Image>`, `<Flex.Video>` or `<Flex.Box>`. */
  children?: Children<FlexHero>
}

const found = many('found')
const slots = slotsOf(rows.FlexHero, {
  kinds: { flexComponent: found, flexVideo: found },
  json: found,
})

/**
 * The picture of a bubble: an image, a video or a box, from edge to edge.
 *
 * @example
 * <Flex.Hero>
 *   <Flex.Image url="https://example.com/tea.jpg" size="full" aspectRatio="20:13" aspectMode="cover" />
 * </Flex.Hero>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Hero = component(
  rows.FlexHero.name,
  rows.FlexHero.kind,
  ({ children }: HeroProps, compiler) => {
    const holder: { found?: object[] } = {}
    distribute(compiler, children, slots, holder)
    const { found = [] } = holder
    if (found.length !== 1)
      compiler.report(
        found.length === 0 ? 'missing_child' : 'wrong_child',
        `<Flex.Hero> holds ${String(found.length)} components; it takes exactly one: <Flex.Image>, <Flex.Video> or <Flex.Box>`,
        { actual: found.length, limit: 1 },
      )
    return found[0] ?? {}
  },
)
