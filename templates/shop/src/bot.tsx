/** The bot: what it answers to which event. */
import { createBot } from 'fukidashi/webhook'
import { buy, cancel, order } from './actions.js'
import { Help, Menu } from './menu.js'
import { AskOrder, Receipt } from './order.js'
import { findTea, teas } from './teas.js'
import { wordsOf } from './words.js'

// The secret and the token are LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN of the environment.
export const bot = createBot({
  // Components get this as their second argument, made once for each event.
  context: async (ctx) => ({ words: wordsOf((await ctx.profile())?.language) }),
})

bot.on('follow', (ctx) => ctx.reply(({ words }) => <Help greeting={words.welcome} />))
bot.on('join', (ctx) => ctx.reply(({ words }) => <Help greeting={words.welcome} />))

bot.on(/^(?:menu|teas?|メニュー)$/i, (ctx) => ctx.reply(<Menu teas={teas} />))
bot.on(/^(?:opening hours|営業時間)$/i, (ctx) => ctx.reply(({ words }) => words.open))

bot.on(buy, (ctx, { id }) => {
  const tea = findTea(id)
  return ctx.reply(({ words }) => (tea ? <AskOrder tea={tea} /> : words.gone))
})
bot.on(order, (ctx, { id }) => {
  const tea = findTea(id)
  return ctx.reply(({ words }) => (tea ? <Receipt tea={tea} /> : words.gone))
})
bot.on(cancel, (ctx) => ctx.reply(({ words }) => words.later))

bot.on('message', (ctx) => ctx.reply(<Help />))

export default bot
