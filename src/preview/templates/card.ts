/** The card of the buttons template and of the columns of a carousel. */
import type { ButtonsTemplate, CarouselTemplate } from '../../spec/template.js'
import { card, cardBody, cardButton, cardText, cardTitle, hairline } from '../card.js'
import { templates } from '../chat-figures.js'
import { type DrawContext, picture } from '../context.js'
import { color, list, type Loose } from '../read.js'
import { tapOf } from '../tap.js'
import { box, type BoxNode, image, type Style, type TreeNode } from '../tree.js'

/** Shape of the image. A carousel has one for all columns. */
type PictureForm = Loose<Pick<CarouselTemplate, 'imageAspectRatio' | 'imageSize'>>

function thumbnail(
  json: Loose<ButtonsTemplate>,
  form: PictureForm,
  context: DrawContext,
): TreeNode {
  return image(
    {
      width: '100%',
      aspectRatio: form.imageAspectRatio === 'square' ? 1 : 1.51,
      backgroundColor: color(json.imageBackgroundColor) ?? '#FFFFFF',
    },
    picture(context, json.thumbnailImageUrl),
    { fit: form.imageSize === 'contain' ? 'contain' : 'cover', role: 'thumbnail' },
  )
}

/** Image, title and text, which have the `defaultAction` together, and the actions below. */
export function templateCard(
  json: Loose<ButtonsTemplate>,
  form: PictureForm,
  maxActions: number,
  context: DrawContext,
  style: Style = {},
): BoxNode {
  const top: TreeNode[] = []
  if (json.thumbnailImageUrl !== undefined) top.push(thumbnail(json, form, context))
  const words: TreeNode[] = []
  if (json.title !== undefined) words.push(cardTitle(json.title, context))
  const { between } = templates.body
  words.push(cardText(json.text, context, words.length > 0 ? { marginTop: between } : {}))
  top.push(cardBody(words, { flexGrow: 1 }))
  const actions = list(json.actions)
    .slice(0, maxActions)
    .map((action) => cardButton(action, context))
  const { actionEdge } = templates
  const below = box({ paddingTop: actionEdge, paddingBottom: actionEdge }, actions)
  const head = box({ flexGrow: 1 }, top, { role: 'card-top', tap: tapOf(json.defaultAction) })
  return card([head, hairline(context), below], context, { role: 'card', style })
}
