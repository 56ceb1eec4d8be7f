/** Props of stories: what is shared, what is missing, and what is refused. Type-checked, never run. */
import { Buttons, type FC, Flex, Postback, Text } from 'fukidashi'
import { defineCatalog } from 'fukidashi/catalog'

interface Item {
  name: string
  tag: 'new' | 'old'
}

interface Words {
  t: (key: string) => string
}

const catalog = defineCatalog({
  locales: ['ja', 'th', 'en'],
  context: (locale): Words => ({ t: (key) => `${key} ${locale}` }),
})

const item: Item = { name: 'Sencha', tag: 'new' }

const ItemCard = (
  { item: { name }, shop }: { item: Item; shop: string; note?: string },
  { t }: Words,
) => (
  <Text>
    {t(name)} {shop}
  </Text>
)

// What all stories share need not be repeated, and can be.
const card = catalog.component(ItemCard, { title: 'Shop/Item card', props: { shop: 's' } })
export const Normal = card.story({ props: { item } })
export const Literal = card.story({ props: { item: { name: 'a', tag: 'old' }, shop: 'x' } })
export const OneLocale = card.story({ props: { item, note: 'n' }, locales: ['th'] })

// @ts-expect-error item is missing
export const Missing = card.story({ props: {} })
// @ts-expect-error item is missing
export const Nothing = card.story()
// @ts-expect-error the catalog has no such locale
export const Locale = card.story({ props: { item }, locales: ['de'] })
// @ts-expect-error not a tag
export const Tag = card.story({ props: { item: { name: 'a', tag: 'neu' } } })
// @ts-expect-error the type of a shared prop
catalog.component(ItemCard, { props: { shop: 3 } })
// @ts-expect-error the component has no such prop
catalog.component(ItemCard, { props: { shop: 's', stop: 's' } })

// Nothing is missing.
export const All = catalog.component(ItemCard, { props: { shop: 's', item } }).story()

// Members of a union stay separate.
const Either = (props: { kind: 'a'; a: number } | { kind: 'b'; b: string }) => (
  <Text>{props.kind}</Text>
)
const either = catalog.component(Either)
export const First = either.story({ props: { kind: 'a', a: 1 } })
export const Second = either.story({ props: { kind: 'b', b: 'b' } })
// @ts-expect-error b is missing
export const Mixed = either.story({ props: { kind: 'b', a: 1 } })

// Components without props, with optional ones, asynchronous ones, and built-in ones.
const Plain = () => <Text>x</Text>
const Optional: FC<{ a?: string }, Words> = ({ a }) => <Text>{a}</Text>
const Later = async ({ id }: { id: number }) => Promise.resolve(<Text>{id}</Text>)
export const stories = [
  catalog.component(Plain).story(),
  catalog.component(Optional).story(),
  catalog.component(Optional).story({ props: { a: 'x' } }),
  catalog.component(Optional, { props: { a: 'y' } }).story({ locales: ['ja'] }),
  catalog.component(Later, { props: { id: 3 } }).story({}),
  catalog.component(Flex.Bubble).story({ props: { size: 'mega' } }),
  catalog
    .component(Buttons, { props: { title: 't' } })
    .story({ props: { children: ['a', <Postback label="x" data="1" />] } }),
]

// The context of the catalog is that of its components.
const Other = (_: object, { user }: { user: string }) => <Text>{user}</Text>
// @ts-expect-error the catalog's context has no user
catalog.component(Other)

// @ts-expect-error not one of the locales
export const german = Normal.render({ locale: 'de' })
