import { Text, Buttons, Postback, Flex, type FC } from 'fukidashi'
import { defineCatalog } from '../../src/catalog/index.js'
interface Item { name: string; price: number; tag: 'new' | 'old' }
type T = (key: string) => string
const catalog = defineCatalog({ locales: ['ja', 'th', 'en'], context: (locale) => ({ t: ((k) => locale + k) as T }) })
const ItemCard = ({ item, shop }: { item: Item; shop: string; note?: string }, { t }: { t: T }) => <Text>{t(item.name)} {shop}</Text>
const card = catalog.component(ItemCard, { title: 'Shop/Item card', props: { shop: 's' }, endpoint: 'push', to: 'user' })
export const Normal = card.story({ props: { item: { name: 'a', price: 1, tag: 'new' } } })
export const Long = card.story({ props: { item: { name: 'a', price: 1, tag: 'new' }, shop: 'x', note: 'n' }, locales: ['th'] })
// @ts-expect-error item is missing
export const Bad1 = card.story({ props: {} })
// @ts-expect-error item is missing
export const Bad2 = card.story()
// @ts-expect-error no such locale
export const Bad3 = card.story({ props: { item: { name: 'a', price: 1, tag: 'new' } }, locales: ['de'] })
// @ts-expect-error wrong literal
export const Bad4 = card.story({ props: { item: { name: 'a', price: 1, tag: 'neu' } } })
type U = { kind: 'a'; a: number } | { kind: 'b'; b: string }
const Un = (props: U) => <Text>{props.kind}</Text>
const un = catalog.component(Un, { title: 'U' })
export const U1 = un.story({ props: { kind: 'a', a: 1 } })
// @ts-expect-error b is missing
export const U2 = un.story({ props: { kind: 'b', a: 1 } })
const Plain = () => <Text>x</Text>
export const P1 = catalog.component(Plain, { title: 'P' }).story()
const Opt: FC<{ a?: string }, { t: T }> = ({ a }) => <Text>{a}</Text>
export const O1 = catalog.component(Opt, { title: 'O' }).story()
export const O2 = catalog.component(Opt, { title: 'O' }).story({ props: { a: 'x' } })
export const O3 = catalog.component(Opt, { title: 'O', props: { a: 'y' } }).story()
export const all = catalog.component(ItemCard, { title: 'x', props: { shop: 's', item: { name: 'a', price: 1, tag: 'old' } } }).story()
// @ts-expect-error wrong type of shared prop
export const bad5 = catalog.component(ItemCard, { title: 'x', props: { shop: 3 } })
export const builtIn = catalog.component(Flex.Bubble, { title: 'x' }).story({ props: { size: 'mega' } })
export const b2 = catalog.component(Buttons, { title: 'x', props: { title: 't' } }).story({ props: { children: ['a', <Postback label="x" data="1" />] } })
const Async = async ({ id }: { id: number }) => Promise.resolve(<Text>{id}</Text>)
export const as1 = catalog.component(Async, { title: 'as', props: { id: 3 } }).story({})
