import { catalog } from './catalog.js'
import { type Item, ItemCard } from './item-card.js'

const sencha: Item = {
  id: 1,
  name: 'Sencha',
  price: 1200,
  photo: 'https://example.com/sencha.jpg',
}

const card = catalog.component(ItemCard, {
  title: 'Shop/Item card',
  props: { shopUrl: 'https://example.com' },
  endpoint: 'reply',
  to: 'user',
})

export const Normal = card.story({ props: { item: sencha } })

/** The longest name that the shop has. */
export const LongName = card.story({
  props: { item: { ...sencha, id: 7, name: 'Kamairi green tea from old trees' } },
})

export const Expensive = card.story({ props: { item: { ...sencha, id: 9, price: 1_250_000 } } })
