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
import { type DrawContext, picture } from '../context.js'
import { list, type Loose, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { templateCard } from './card.js'

/** More than LINE accepts, but limited. */
const maxColumns = 50
const maxActions = 10

/** Cards side by side. The row scrolls behind the sender's icon. */
function row(cards: readonly TreeNode[], start: number, context: DrawContext): Drawn {
  if (cards.length === 0) return beside(undrawable(context, 'a carousel without columns'))
  const items = cards.map((one, index) =>
    box({ flexDirection: 'row', marginLeft: index === 0 ? start : bubbleGap }, [one]),
  )
  items.push(box({ width: bubbleMargin, height: 1 }))
  return {
    node: box({ flexDirection: 'row' }, items, { role: 'carousel', scrolls: true }),
    layout: 'bleed',
  }
}

function confirm(json: Loose<ConfirmTemplate>, context: DrawContext): TreeNode {
  const [yes, no] = list(json.actions)
  const half = { flexGrow: 1, flexBasis: 0 } as const
  return card(
    [
      cardBody([cardText(json.text, context, { fontSize: 15, color: context.colors.cardTitle })], {
        paddingTop: 16,
        paddingBottom: 18,
      }),
      hairline(context),
      box({ flexDirection: 'row' }, [
        cardButton(yes, context, half),
        hairline(context, { width: 1 }),
        cardButton(no, context, half),
      ]),
    ],
    context,
    { role: 'card' },
  )
}

/** A square image with the label of its action at the bottom. */
function imageColumn(value: unknown, context: DrawContext): TreeNode {
  const json = record<ImageCarouselColumn>(value) ?? {}
  const tap = tapOf(json.action)
  const label = tap?.action['label']
  const side = Math.min(230, Math.round(context.width * 0.62))
  const shown = image({ width: side, height: side }, picture(context, json.imageUrl))
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
export function templateMessage(message: unknown, start: number, context: DrawContext): Drawn {
  const json = record(record<TemplateMessage>(message)?.template) ?? {}
  switch (json['type'] as Template['type'] | undefined) {
    case 'buttons': {
      const buttons = json as Loose<ButtonsTemplate>
      return beside(templateCard(buttons, buttons, maxActions, context))
    }
    case 'confirm':
      return beside(confirm(json, context))
    case 'carousel': {
      const carousel = json as Loose<CarouselTemplate>
      const columns = list(carousel.columns).slice(0, maxColumns)
      const draw = (column: unknown) =>
        templateCard(record(column) ?? {}, carousel, maxActions, context)
      return row(columns.map(draw), start, context)
    }
    case 'image_carousel': {
      const columns = list((json as Loose<ImageCarouselTemplate>).columns).slice(0, maxColumns)
      return row(
        columns.map((column) => imageColumn(column, context)),
        start,
        context,
      )
    }
    default:
      return beside(unknownKind(context, 'template', json['type']))
  }
}
