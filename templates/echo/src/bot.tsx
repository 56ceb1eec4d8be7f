/** The bot: what it answers to which event. */
import { createBot } from 'fukidashi/webhook'
import { Echo, Welcome } from './messages.js'

// The secret and the token are LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN of the environment.
export const bot = createBot()

bot.on('follow', (ctx) => ctx.reply(<Welcome />))
bot.on('join', (ctx) => ctx.reply(<Welcome />))
bot.on('message:text', (ctx) => ctx.reply(<Echo text={ctx.text} />))
bot.on('message:sticker', (ctx) => ctx.reply('Nice sticker!'))

export default bot
