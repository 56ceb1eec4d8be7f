/** Text messages. */
import { beside, type Drawn, type Spot } from '../drawn.js'
import { chatFont, type DrawContext } from '../context.js'
import { type Style, text } from '../tree.js'
import { bubble } from './bubble.js'
import { linkPreview } from './link-preview.js'
import { textRuns, textV2Runs } from './runs.js'

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
  const font = chatFont(context)
  // LINE draws emoji larger if there is no other text.
  const factor = runs.length > 0 && runs.every((run) => run.image) ? 2 : 1
  const style = {
    ...font,
    fontSize: font.fontSize * factor,
    color: spot.own ? colors.ownText : colors.otherText,
  }
  const content = text(style, runs, { wrap: true })
  const preview = linkPreview(runs, spot.own, context)
  return beside(bubble({}, [...(spot.quote ?? []), content, ...preview], spot, context))
}
