/** A tea shop in LINE: buttons, a Flex carousel, a receipt, quick replies, rich menus and typed postbacks. */
import { createBot } from 'fukidashi/webhook'
import { add, empty, order, pickUp } from './actions.js'
import { basketOf, sum, teaOf, teas } from './goods.js'
import { Added, AskOrder, AskTime, Help, Hours, Receipt, Teas, Welcome } from './messages.js'
import { deployMenus } from './rich-menu.js'

const bot = createBot({
  channelSecret: process.env['LINE_CHANNEL_SECRET'] ?? 'only for the emulator',
  channelAccessToken: process.env['LINE_CHANNEL_ACCESS_TOKEN'] ?? 'only for the emulator',
})

bot.on('follow', async (ctx) => {
  // After the answer: LINE waits two seconds, and drawing takes its time.
  ctx.waitUntil(deployMenus(ctx.line))
  const profile = await ctx.profile()
  await ctx.reply(<Welcome name={profile?.displayName} />)
})
bot.on('join', (ctx) => ctx.reply('Hello everybody! Say “teas” to see what we have.'))

bot.on(/^teas?$/i, (ctx) => ctx.reply(<Teas teas={teas} />))
bot.on(/^hours$/i, (ctx) => ctx.reply(<Hours />))
bot.on(/^basket$/i, (ctx) => {
  const inside = sum(basketOf(ctx.chatId))
  return inside.count === 0
    ? ctx.reply(['Your basket is empty.', <Teas teas={teas} />])
    : ctx.reply(<AskOrder sum={inside} />)
})

bot.on(add, (ctx, { id }) => {
  const tea = teaOf(id)
  if (!tea || ctx.chatId === undefined) return ctx.reply('We do not have that tea any more.')
  const basket = basketOf(ctx.chatId)
  basket.set(id, (basket.get(id) ?? 0) + 1)
  return ctx.reply(<Added tea={tea} sum={sum(basket)} />)
})
bot.on(empty, (ctx) => {
  basketOf(ctx.chatId ?? '').clear()
  return ctx.reply(<Help />)
})
bot.on(order, (ctx) => ctx.reply(<AskTime from={tomorrow(ctx.event.timestamp)} />))
bot.on(pickUp, async (ctx) => {
  const { params } = ctx.postback
  const at = params && 'datetime' in params ? params.datetime : undefined
  const basket = basketOf(ctx.chatId ?? '')
  if (at === undefined || basket.size === 0) return ctx.reply(<Help />)
  // Show the loading animation while the order is processed.
  await ctx.loading(5)
  await ctx.reply([<Receipt sum={sum(basket)} at={at} />, 'Thank you! See you soon. 🍵'])
  basket.clear()
  return undefined
})

bot.on('message:image', (ctx) => ctx.reply('What a nice picture!'))
bot.on('message:sticker', (ctx) => ctx.reply(<Help />))
bot.on('message:location', (ctx) => ctx.reply(['You are there, and we are here:', <Hours />]))
bot.on('message:text', (ctx) => ctx.reply(<Help said={ctx.text} />))

/** Ten o'clock on the next day, in Japan, as pickers want it. */
const tomorrow = (now: number): string =>
  `${new Date(now + 33 * 3_600_000).toISOString().slice(0, 10)}T10:00`

export default bot
