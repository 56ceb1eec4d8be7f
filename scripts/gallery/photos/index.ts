/** What stands for the photos of examples: drawings by the addresses that examples name. No file and no network is needed. */
import { readFileSync } from 'node:fs'
import { floorMap, richMenu } from './boards.ts'
import { coat, room } from './goods.ts'
import {
  birthday,
  cakeCat,
  code,
  mike,
  shopIcon,
  slip,
  star,
  teaEmoji,
  wavingCat,
} from './marks.ts'
import { door, street } from './night.ts'
import { clinic, hill, hills, opening } from './places.ts'
import { ramen } from './ramen.ts'
import { papayaSalad } from './salad.ts'
import { cup, cups, pot, tray } from './tea.ts'

type Drawing = () => string | Uint8Array | Promise<Uint8Array>

const tabs = ['注文', 'お店'] as const
const file = (path: string) => () => readFileSync(new URL(`../../../${path}`, import.meta.url))
const shop = 'https://stickershop.line-scdn.net'

/** By the address without its scheme's host, or the whole of it where the host is another. */
const drawings: Readonly<Record<string, Drawing>> = {
  '/shop.png': shopIcon,
  '/clinic/front.jpg': clinic,
  '/teas/oolong.jpg': () => cup('oolong'),
  '/teas/baozhong.jpg': () => cup('baozhong'),
  '/teas/black.jpg': () => cup('black'),
  '/teas/sencha.jpg': () => cup('sencha'),
  '/ramen/shoyu.jpg': () => ramen('shoyu'),
  '/ramen/miso.jpg': () => ramen('miso'),
  '/ramen/tonkotsu.jpg': () => ramen('tonkotsu'),
  '/ramen/tantan.jpg': () => ramen('tantan'),
  '/map/1040': floorMap,
  '/map/opening.jpg': opening,
  '/restaurants/baan-somtam.jpg': papayaSalad,
  '/icons/star-gold.png': () => star('#f5b301'),
  '/icons/star-gray.png': () => star('#d3d3d3'),
  '/icons/slip.png': slip,
  '/icons/mike.png': mike,
  '/items/pot.jpg': pot,
  '/items/cups.jpg': cups,
  '/items/tray.jpg': tray,
  '/tickets/TKT-7F3K-22.png': code,
  '/house/door-small.jpg': door,
  '/house/way.jpg': street,
  '/coupons/birthday.jpg': birthday,
  '/tea-order.png': () =>
    richMenu(tabs, 0, [
      { icon: 'pot', label: 'お茶を注文する' },
      { icon: 'list', label: '注文の履歴' },
    ]),
  '/tea-shop.png': () =>
    richMenu(tabs, 1, [
      { icon: 'pin', label: '地図' },
      { icon: 'phone', label: '電話する' },
    ]),
  '/shop-bot/tea-shop.png': file('examples/shop-bot/tea-shop.png'),
  [`${shop}/stickershop/v1/sticker/52002734/android/sticker.png`]: cakeCat,
  [`${shop}/stickershop/v1/sticker/1988/android/sticker.png`]: wavingCat,
  [`${shop}/sticonshop/v1/sticon/5ac1bfd5040ab15980c9b435/android/001.png`]: teaEmoji,
}

/** Photos that messages of the corpus name. */
const ofCorpus: Readonly<Record<string, Drawing>> = {
  'photos/menu': papayaSalad,
  'photos/noodles': () => ramen('shoyu'),
  'photos/twin': () => room(false),
  'photos/suite': () => room(true),
  'photos/tea': () => cup('sencha'),
  'photos/cups': cups,
  'photos/sweets': birthday,
  'photos/coat': coat,
  'photos/festival': street,
  'photos/film': opening,
  'photos/arm%20chair': () => room(false),
  'photos/lamp': () => room(true),
  'com/qr': code,
  'icons/cony': mike,
  'icons/cart': slip,
  star: () => star('#f5b301'),
}

const bytes = (drawing: string | Uint8Array): Uint8Array =>
  typeof drawing === 'string' ? new TextEncoder().encode(drawing) : drawing

const made = new Map<Drawing, Promise<Uint8Array>>()

function make(drawing: Drawing): Promise<Uint8Array> {
  let found = made.get(drawing)
  if (!found) {
    found = Promise.resolve(drawing()).then(bytes)
    made.set(drawing, found)
  }
  return found
}

/** The drawing of an address that an example names. */
export function photo(url: string): Promise<Uint8Array> {
  const drawing = drawings[url.replace('https://example.com', '')]
  if (!drawing)
    throw new Error(`Nothing is drawn for it: add a line to scripts/gallery/photos/index.ts`)
  return make(drawing)
}

/** The drawing of any address: what has none of its own is a landscape, and a sticker is the cat. */
export function anyPhoto(url: string): Promise<Uint8Array> {
  const own = drawings[url.replace('https://example.com', '')]
  if (own && own !== floorMap) return make(own)
  const key = Object.keys(ofCorpus).find((name) => url.includes(name))
  if (key !== undefined) return make(ofCorpus[key]!)
  if (url.startsWith(`${shop}/stickershop`)) return make(wavingCat)
  return make(url.startsWith(shop) ? teaEmoji : hills)
}

/** For sheets of many small messages. */
export function smallPhoto(url: string): Promise<Uint8Array> {
  const isOfShop = url.startsWith(shop) || url === 'https://example.com/shop.png'
  return isOfShop ? anyPhoto(url) : make(hill)
}
