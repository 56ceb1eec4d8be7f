/** The four templates. */
import type {
  ButtonsTemplate,
  CarouselTemplate,
  ConfirmTemplate,
  ImageCarouselColumn,
  ImageCarouselTemplate,
  Template,
  TemplateMessage,
} from '../../spec/template.js'
import { card, cardBody, cardButton, cardText, hairline } from '../card.js'
import { beside, type Drawn } from '../drawn.js'
import { bubbleGap, bubbleMargin } from '../figures.js'
import { type Pen, picture } from '../pen.js'
import { list, type Loose, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { templateCard } from './card.js'

/** More than LINE takes, but bounded. */
const mostColumns = 50
const mostActions = 10

/** Cards side by side; the row scrolls below the speaker's icon. */
function row(cards: readonly TreeNode[], start: number, pen: Pen): Drawn {
  if (cards.length === 0) return beside(undrawable(pen, 'a carousel without columns'))
  const items = cards.map((one, index) =>
    box({ flexDirection: 'row', marginLeft: index === 0 ? start : bubbleGap }, [one]),
  )
  items.push(box({ width: bubbleMargin, height: 1 }))
  return {
    node: box({ flexDirection: 'row' }, items, { role: 'carousel', scrolls: true }),
    spread: 'bleed',
  }
}

function confirm(given: Loose<ConfirmTemplate>, pen: Pen): TreeNode {
  const [yes, no] = list(given.actions)
  const half = { flexGrow: 1, flexBasis: 0 } as const
  return card(
    [
      cardBody([cardText(given.text, pen, { fontSize: 15, color: pen.colors.cardTitle })], {
        paddingTop: 16,
        paddingBottom: 18,
      }),
      hairline(pen),
      box({ flexDirection: 'row' }, [
        cardButton(yes, pen, half),
        hairline(pen, { width: 1 }),
        cardButton(no, pen, half),
      ]),
    ],
    pen,
    { role: 'card' },
  )
}

/** A square picture with the label of its action at its lower edge. */
function imageColumn(value: unknown, pen: Pen): TreeNode {
  const given = record<ImageCarouselColumn>(value) ?? {}
  const tap = tapOf(given.action)
  const label = tap?.action['label']
  const side = Math.min(230, Math.round(pen.width * 0.62))
  const shown = image({ width: side, height: side }, picture(pen, given.imageUrl))
  const pill = {
    paddingTop: 4,
    paddingBottom: 4,
    paddingLeft: 14,
    paddingRight: 14,
    borderRadius: 14,
    maxWidth: '90%',
    backgroundColor: '#00000080',
  } as const
  const below = {
    position: 'absolute',
    left: 0,
    right: 0,
    bottom: 12,
    alignItems: 'center',
  } as const
  const name =
    typeof label === 'string' && label !== ''
      ? [
          box(below, [
            box(pill, [text({ fontSize: 13, lineHeight: 1.4, color: '#ffffff' }, label)]),
          ]),
        ]
      : []
  return box({ borderRadius: 16, overflow: 'hidden' }, [shown, ...name], { role: 'square', tap })
}

/** A template message. */
export function templateMessage(message: unknown, start: number, pen: Pen): Drawn {
  const given = record(record<TemplateMessage>(message)?.template) ?? {}
  switch (given['type'] as Template['type'] | undefined) {
    case 'buttons': {
      const buttons = given as Loose<ButtonsTemplate>
      return beside(templateCard(buttons, buttons, mostActions, pen))
    }
    case 'confirm':
      return beside(confirm(given, pen))
    case 'carousel': {
      const carousel = given as Loose<CarouselTemplate>
      const columns = list(carousel.columns).slice(0, mostColumns)
      const draw = (column: unknown) =>
        templateCard(record(column) ?? {}, carousel, mostActions, pen)
      return row(columns.map(draw), start, pen)
    }
    case 'image_carousel': {
      const columns = list((given as Loose<ImageCarouselTemplate>).columns).slice(0, mostColumns)
      return row(
        columns.map((column) => imageColumn(column, pen)),
        start,
        pen,
      )
    }
    default:
      return beside(unknownKind(pen, 'template', given['type']))
  }
}
