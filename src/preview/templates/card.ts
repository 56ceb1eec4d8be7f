/** The card that the buttons template and the columns of a carousel are. */
import type { ButtonsTemplate, CarouselTemplate } from '../../spec/template.js'
import { card, cardBody, cardButton, cardText, cardTitle, hairline } from '../card.js'
import { type Pen, picture } from '../pen.js'
import { color, list, type Loose } from '../read.js'
import { tapOf } from '../tap.js'
import { box, type BoxNode, image, type TreeNode } from '../tree.js'

/** Form of the picture, which a carousel has once for all columns. */
type PictureForm = Loose<Pick<CarouselTemplate, 'imageAspectRatio' | 'imageSize'>>

function thumbnail(given: Loose<ButtonsTemplate>, form: PictureForm, pen: Pen): TreeNode {
  return image(
    {
      width: '100%',
      aspectRatio: form.imageAspectRatio === 'square' ? 1 : 1.51,
      backgroundColor: color(given.imageBackgroundColor) ?? '#FFFFFF',
    },
    picture(pen, given.thumbnailImageUrl),
    { fit: form.imageSize === 'contain' ? 'contain' : 'cover', role: 'thumbnail' },
  )
}

/** Picture, title and text, which together do what `defaultAction` says, and the actions below. */
export function templateCard(
  given: Loose<ButtonsTemplate>,
  form: PictureForm,
  most: number,
  pen: Pen,
): BoxNode {
  const top: TreeNode[] = []
  if (given.thumbnailImageUrl !== undefined) top.push(thumbnail(given, form, pen))
  const words: TreeNode[] = []
  if (given.title !== undefined) words.push(cardTitle(given.title, pen))
  words.push(cardText(given.text, pen, words.length > 0 ? { fontSize: 13, marginTop: 3 } : {}))
  top.push(cardBody(words, { flexGrow: 1 }))
  const actions = list(given.actions)
    .slice(0, most)
    .flatMap((action) => [hairline(pen), cardButton(action, pen)])
  const head = box({ flexGrow: 1 }, top, { role: 'card-top', tap: tapOf(given.defaultAction) })
  return card([head, ...actions], pen, { role: 'card' })
}
