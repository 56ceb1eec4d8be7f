/** Messages with sample data. Each export is a test in each language, and a line in the report of "check". */
import { catalog } from './catalog.js'
import { Help, Menu } from './menu.js'
import { AskOrder, Receipt } from './order.js'
import { bot } from './bot.js'
import { type Tea, teas } from './teas.js'
import { wordsOf } from './words.js'

const endpoint = 'reply'
const sencha: Tea = { id: 'sencha', name: 'Sencha', price: 1200, color: '#4f9d69' }
/** The longest name and the highest price that the messages have to have room for. */
const largest: Tea = { ...sencha, name: 'Genmaicha with rice', price: 1_250_000 }

export const Question = catalog.component(Help, { title: 'Help', endpoint }).story()

export const AllTeas = catalog
  .component(Menu, { title: 'Menu', endpoint })
  .story({ props: { teas } })

const ask = catalog.component(AskOrder, { title: 'Order', endpoint })
export const Ask = ask.story({ props: { tea: sencha } })
export const AskLargest = ask.story({ props: { tea: largest } })

const receipt = catalog.component(Receipt, { title: 'Receipt', endpoint })
export const Paid = receipt.story({ props: { tea: sencha } })
export const PaidLargest = receipt.story({ props: { tea: largest } })

/** A whole chat: the script is played with the bot, once in each language. */
export const Chat = catalog.chat({
  title: 'Chat',
  bot,
  script: async (aki, _line, locale) => {
    const { buy, menu, yes } = wordsOf(locale)
    await aki.says(menu)
    await aki.taps(`${buy}: Sencha`)
    await aki.taps(yes)
  },
})
