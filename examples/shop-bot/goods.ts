/** Teas and baskets of the shop. */
export interface Tea {
  id: string
  name: string
  about: string
  face: string
  /** Yen. */
  price: number
  colors: { from: `#${string}`; to: `#${string}` }
}

export const teas: readonly Tea[] = [
  {
    id: 'sencha',
    name: 'Sencha',
    about: 'Fresh and grassy, from Uji. 100 g.',
    face: '🍵',
    price: 1_200,
    colors: { from: '#b7e4a1', to: '#4f9d69' },
  },
  {
    id: 'hojicha',
    name: 'Hojicha',
    about: 'Roasted, mild, good at night. 100 g.',
    face: '🍂',
    price: 900,
    colors: { from: '#f4c98b', to: '#a8673a' },
  },
  {
    id: 'matcha',
    name: 'Matcha',
    about: 'Stone-ground, for whisk and cake. 30 g.',
    face: '🍃',
    price: 2_400,
    colors: { from: '#d9ed92', to: '#52a447' },
  },
  {
    id: 'genmai',
    name: 'Genmaicha',
    about: 'With toasted rice. 150 g.',
    face: '🌾',
    price: 800,
    colors: { from: '#fff1c1', to: '#c9a227' },
  },
]

export const teaOf = (id: string): Tea | undefined => teas.find((tea) => tea.id === id)

export const yen = (amount: number): string => `¥${amount.toLocaleString('en')}`

/** Teas by id, and how many of each. A real shop would keep this in a database. */
export type Basket = Map<string, number>

const baskets = new Map<string, Basket>()

export function basketOf(userId: string): Basket {
  const basket = baskets.get(userId) ?? new Map<string, number>()
  baskets.set(userId, basket)
  return basket
}

/** Lines of a basket, and their prices. */
export function sum(basket: Basket) {
  const lines = [...basket].flatMap(([id, count]) => {
    const tea = teaOf(id)
    return tea ? [{ name: tea.name, count, price: tea.price * count }] : []
  })
  return {
    lines,
    count: lines.reduce((all, line) => all + line.count, 0),
    total: lines.reduce((all, line) => all + line.price, 0),
  }
}

export type Sum = ReturnType<typeof sum>
