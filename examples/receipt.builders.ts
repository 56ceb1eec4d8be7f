/** The receipt of `receipt.tsx` without JSX: builders create the same message. */
import { flex, uri } from 'fukidashi/builders'
import { order, type Order, yen } from './receipt.data.js'

const line = (name: string, price: string) =>
  flex.horizontal(
    flex.text(name).size('sm').color('#555555').flex(3).wrap(),
    flex.text(price).size('sm').align('end').flex(1),
  )

export const receipt = ({ number, shop, lines, total }: Order) =>
  flex
    .message(
      flex
        .bubble(
          flex
            .body(
              flex.text('領収書 RECEIPT').weight('bold').color('#1DB446').size('sm'),
              flex.text(shop).weight('bold').size('xl'),
              flex.separator().margin('lg'),
              lines.map(({ name, count, price }) =>
                line(count > 1 ? `${name} × ${count}` : name, yen(count * price)),
              ),
              flex.separator().margin('lg'),
              flex.text('合計 ', flex.span(yen(total)).weight('bold')).align('end'),
            )
            .spacing('md'),
          flex.footer(
            flex
              .button(uri('注文を見る', `https://example.com/orders/${number}`))
              .style('primary')
              .color('#1DB446'),
          ),
        )
        .size('mega')
        .styles({ footer: { separator: true } }),
    )
    .altText(`${shop}：合計 ${yen(total)}（注文 ${number}）`)

export default receipt(order)
