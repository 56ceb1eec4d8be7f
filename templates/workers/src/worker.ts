/** The program of the bot: a Worker for LINE's webhooks. The bot reads its secret and token from the Worker's environment. */
export { bot as default } from './bot.js'
