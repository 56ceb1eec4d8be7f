/** A tea with a picture and two buttons. */
import { Buttons, type FC, Postback, Uri } from 'fukidashi'
import type { ShopContext } from './catalog.js'

export interface Item {
  id: number
  name: string
  price: number
  photo: string
}

export const ItemCard: FC<{ item: Item; shopUrl: string }, ShopContext> = (
  { item, shopUrl },
  { words, yen },
) => (
  <Buttons
    altText={words.card(item.name, yen(item.price))}
    title={item.name}
    thumbnailImageUrl={item.photo}
  >
    {`${yen(item.price)}\n${words.choose}`}
    <Postback label={words.add} data={`add=${item.id}`} displayText={words.adding(item.name)} />
    <Uri label={words.details} uri={`${shopUrl}/teas/${item.id}`} />
  </Buttons>
)
