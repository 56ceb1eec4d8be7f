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
import { carousels, columnGap, edge, imageCarousels, templates } from '../chat-figures.js'
import { beside, type Drawn } from '../drawn.js'
import { type DrawContext, picture } from '../context.js'
import { list, type Loose, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, type Style, text, type TreeNode } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { templateCard } from './card.js'

/** More than LINE accepts, but limited. */
const maxColumns = 50
const maxActions = 10

/** Columns side by side, below the sender's icon. */
function row(columns: readonly TreeNode[], context: DrawContext): Drawn {
  if (columns.length === 0) return beside(undrawable(context, 'a carousel without columns'))
  const items = columns.map((one, index) =>
    box({ flexDirection: 'row', marginLeft: index === 0 ? edge : columnGap }, [one]),
  )
  items.push(box({ width: edge, height: 1 }))
  return {
    node: box({ flexDirection: 'row' }, items, { role: 'carousel', scrolls: true }),
    layout: 'row',
  }
}

function confirm(json: Loose<ConfirmTemplate>, context: DrawContext): TreeNode {
  const [yes, no] = list(json.actions)
  const half = { flexGrow: 1, flexBasis: 0, height: '100%' } as const
  return card(
    [
      cardBody([cardText(json.text, context, { color: context.colors.cardTitle })], {
        paddingTop: 16,
        paddingBottom: 18,
      }),
      hairline(context),
      box({ flexDirection: 'row', height: templates.action.pitch + 2 * templates.actionEdge }, [
        cardButton(yes, context, half),
        hairline(context, { width: 1 }),
        cardButton(no, context, half),
      ]),
    ],
    context,
    { role: 'card' },
  )
}

/** A square image with the label of its action near the bottom. */
function imageColumn(value: unknown, context: DrawContext): TreeNode {
  const json = record<ImageCarouselColumn>(value) ?? {}
  const tap = tapOf(json.action)
  const label = tap?.action['label']
  const { share, radius, pill } = imageCarousels
  const side = Math.ceil((context.width * share) / 100)
  const shown = image({ width: side, height: side }, picture(context, json.imageUrl))
  const font: Style = {
    fontSize: context.type(pill.size),
    fontWeight: 500,
    lineHeight: 1.4,
    color: '#ffffff',
  }
  const name =
    typeof label === 'string' && label !== ''
      ? [
          box(
            {
              position: 'absolute',
              left: 0,
              right: 0,
              bottom: pill.bottom,
              alignItems: 'center',
            },
            [
              box(
                {
                  height: pill.height,
                  justifyContent: 'center',
                  paddingLeft: pill.sides,
                  paddingRight: pill.sides,
                  borderRadius: pill.height / 2,
                  maxWidth: '90%',
                  backgroundColor: pill.background,
                },
                [text(font, label)],
                { role: 'square-label' },
              ),
            ],
          ),
        ]
      : []
  return box({ borderRadius: radius, overflow: 'hidden' }, [shown, ...name], {
    role: 'square',
    tap,
  })
}

/** A template message. */
export function templateMessage(message: unknown, context: DrawContext): Drawn {
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
        templateCard(record(column) ?? {}, carousel, maxActions, context, {
          width: carousels.width,
          borderRadius: carousels.radius,
        })
      return row(columns.map(draw), context)
    }
    case 'image_carousel': {
      const columns = list((json as Loose<ImageCarouselTemplate>).columns).slice(0, maxColumns)
      return row(
        columns.map((column) => imageColumn(column, context)),
        context,
      )
    }
    default:
      return beside(unknownKind(context, 'template', json['type']))
  }
}
