import { createBot } from 'fukidashi/webhook'
import { Hello } from './words.js'
const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
bot.on('message:text', (ctx) => ctx.reply(<Hello />))
export default bot
