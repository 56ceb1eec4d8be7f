/** Text messages. */
import { beside, type Drawn, type Spot } from '../drawn.js'
import type { DrawContext } from '../context.js'
import { type Style, text } from '../tree.js'
import { bubble } from './bubble.js'
import { textRuns, textV2Runs } from './runs.js'

const fontSize = 15

/** `text` and `textV2`, sent or received. */
export function textMessage(
  message: Readonly<Record<string, unknown>>,
  spot: Spot,
  context: DrawContext,
): Drawn {
  const { colors } = context
  const link: Style = {
    color: spot.own ? colors.ownLink : colors.link,
    textDecoration: 'underline',
  }
  const runs =
    message['type'] === 'textV2'
      ? textV2Runs(message, link, context)
      : textRuns(message, link, context)
  // LINE draws emoji larger if there is no other text.
  const size = runs.length > 0 && runs.every((run) => run.image) ? 30 : fontSize
  const style = {
    fontSize: size,
    lineHeight: 1.4,
    color: spot.own ? colors.ownText : colors.otherText,
  }
  const content = text(style, runs, { wrap: true })
  return beside(bubble({}, [...(spot.quote ?? []), content], spot, context))
}
