import { createBot } from 'fukidashi/webhook'
import { catalog } from './catalog.js'
import { ItemCard } from './item-card.js'
import { Greeting, ShopMenu } from './shop-menu.js'
import { type Locale, wordsOf, yenIn } from './words.js'

export const Menu = catalog.richMenu(ShopMenu, { title: 'Shop/Menu' }).story()

export const Welcome = catalog.component(Greeting, { title: 'Shop/Greeting', to: 'user' }).story()

/** A bot that answers in the language of the person. */
const bot = (locale: Locale) => {
  const context: object = { words: wordsOf(locale), yen: yenIn(locale) }
  const shop = createBot({ channelSecret: 'secret', context: () => context })
  const sencha = {
    id: 1,
    name: 'Sencha',
    price: 1200,
    photo: 'https://example.com/sencha.jpg',
  }
  shop.on('follow', (ctx) => ctx.reply(<Greeting />))
  shop.on('message:text', (ctx) =>
    ctx.reply(<ItemCard item={sencha} shopUrl="https://example.com" />),
  )
  shop.on('postback', (ctx) => ctx.reply(`✓ ${ctx.event.postback.data}`))
  return shop
}

export const Order = catalog.chat({
  title: 'Shop/Order',
  bot,
  script: async (aki, _line, locale) => {
    const { menu, add } = wordsOf(locale)
    await aki.says(menu)
    await aki.taps(add)
  },
})
