/** What the shop sells. A real shop has this in a database. */
export interface Tea {
  id: string
  name: string
  /** In yen. */
  price: number
  color: `#${string}`
}

export const teas: readonly Tea[] = [
  { id: 'sencha', name: 'Sencha', price: 1200, color: '#4f9d69' },
  { id: 'hojicha', name: 'Hojicha', price: 900, color: '#a8673a' },
  { id: 'matcha', name: 'Matcha', price: 2400, color: '#52a447' },
]

export const findTea = (id: string): Tea | undefined => teas.find((tea) => tea.id === id)

export const yen = (amount: number): string => `¥${amount.toLocaleString('en')}`
