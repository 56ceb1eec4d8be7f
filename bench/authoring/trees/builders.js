// The messages by fukidashi's builders, which never change: each call makes another one.
import { flex, postback, uri } from 'fukidashi/builders'

export const small = (receipt) =>
  flex
    .message(
      flex
        .bubble(
          flex
            .body(
              flex.text('Receipt').weight('bold').size('xl'),
              flex.text(receipt.shop).size('sm').wrap(),
              receipt.lines.map(({ name, price }) =>
                flex.horizontal(
                  flex.text(name).color('#555555'),
                  flex.text('¥', price).align('end'),
                ),
              ),
              flex.separator().margin('lg'),
              flex.text('Total ¥', receipt.total).weight('bold'),
            )
            .spacing('md'),
          flex.footer(flex.button(uri('Open', receipt.url)).style('primary')),
        )
        .direction('ltr'),
    )
    .altText(`Receipt, ¥${receipt.total} in all`)

const spec = ({ name, value }) =>
  flex
    .baseline(
      flex.text(name).size('sm').color('#aaaaaa').flex(1),
      flex.text(value).size('sm').color('#666666').flex(3),
    )
    .spacing('sm')

const card = (item) =>
  flex
    .bubble(
      flex.hero(
        flex
          .image(item.photo)
          .size('full')
          .aspectRatio('20:13')
          .aspectMode('cover')
          .action(uri(item.name, item.url)),
      ),
      flex
        .body(
          flex.text(item.name).weight('bold').size('xl'),
          flex.horizontal(
            flex.text('¥', item.price).size('lg').color('#111111'),
            flex.text(item.stock, ' left').size('sm').align('end'),
          ),
          flex.separator().margin('md'),
          item.specs.map(spec),
          flex.text(item.description).wrap().size('sm').color('#666666'),
        )
        .spacing('sm'),
      flex
        .footer(
          flex
            .button(
              postback('Buy', `action=buy&id=${item.id}`).displayText(`I take the ${item.name}`),
            )
            .style('primary'),
          flex.button(uri('Details', item.url)).style('link'),
        )
        .spacing('sm'),
    )
    .direction('ltr')

export const large = (items) =>
  flex.message(flex.carousel(items.map(card))).altText(`${items.length} teas`)
