/** The order of both receipts. */
export interface Order {
  number: string
  shop: string
  lines: { name: string; count: number; price: number }[]
  total: number
}

export const order: Order = {
  number: 'A-1042',
  shop: '茶房みどり 京都店',
  lines: [
    { name: '宇治抹茶 40g', count: 1, price: 1800 },
    { name: 'ほうじ茶 100g', count: 2, price: 650 },
    { name: '茶筅', count: 1, price: 2400 },
  ],
  total: 5500,
}

export const yen = (amount: number) => `¥${amount.toLocaleString('en')}`
