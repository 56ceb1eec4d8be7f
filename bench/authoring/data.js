/** What the messages say: sixteen receipts and sixteen shops of ten items, so that no call gets what the last one got. */

const names = ['Sencha', 'Gyokuro', 'Hojicha', 'Genmaicha', 'Matcha', 'Kukicha', 'Bancha', 'Oolong']
const places = ['Uji', 'Yame', 'Shizuoka', 'Kagoshima']

const item = (n) => ({
  id: n,
  name: `${names[n % names.length]} No. ${n}`,
  photo: `https://example.com/items/${n}.jpg`,
  url: `https://example.com/items/${n}?from=line`,
  price: 500 + n * 10,
  stock: n % 7,
  place: places[n % places.length],
  description: `A tea for every day, picked by hand and steamed within hours. Lot ${n} & others`,
  specs: [
    { name: 'Weight', value: `${50 + n} g` },
    { name: 'Origin', value: places[n % places.length] },
    { name: 'Harvest', value: `20${20 + (n % 7)}` },
  ],
})

const receipt = (n) => ({
  id: n,
  shop: `Tea house of ${places[n % places.length]}`,
  lines: [item(n), item(n + 5)].map(({ name, price }) => ({ name, price })),
  total: 1050 + n * 20,
  url: `https://example.com/orders/${n}`,
})

const sixteen = (make) => Array.from({ length: 16 }, (_, n) => make(n))

export const inputs = {
  small: sixteen(receipt),
  large: sixteen((n) => Array.from({ length: 10 }, (_, i) => item(n * 10 + i))),
}
